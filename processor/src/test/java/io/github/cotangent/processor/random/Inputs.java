package io.github.cotangent.processor.random;

import io.github.cotangent.processor.random.Program.Parameter;
import java.util.ArrayList;
import java.util.List;

/** Random arguments for a program; some arrays are passed twice. */
final class Inputs {
  private final Dice dice;
  private final Class<?> owner;
  private final List<Object> given = new ArrayList<>();

  private Inputs(Dice dice, Class<?> owner) {
    this.dice = dice;
    this.owner = owner;
  }

  /** Arguments for {@code f} of the compiled program. */
  static List<Object> of(Program program, Class<?> owner, long seed) {
    Inputs inputs = new Inputs(new Dice(seed), owner);
    List<Object> args = new ArrayList<>();
    for (Parameter p : program.parameters()) {
      args.add(inputs.value(p.type()));
    }
    return args;
  }

  private Object value(String type) {
    return switch (type) {
      case "double" -> number();
      case "float" -> (float) number();
      case "int" -> dice.below(6) - 1;
      case "Mode" -> nested("Mode").getEnumConstants()[dice.below(3)];
      case "Point" -> point();
      case "Node" ->
          Leaves.create(
              nested("Node"),
              new Class<?>[] {nested("Point"), double.class, int.class},
              point(),
              number(),
              dice.below(4));
      case "Bag" -> bag();
      default -> shared(type);
    };
  }

  private double number() {
    // Away from 0 and 1, where programs like to bend.
    return Math.rint(dice.between(-1.4, 1.4) * 4096) / 4096 + 1.0 / 131072;
  }

  private Class<?> nested(String name) {
    for (Class<?> c : owner.getDeclaredClasses()) {
      if (c.getSimpleName().equals(name)) {
        return c;
      }
    }
    throw new IllegalStateException("no " + name + " in " + owner);
  }

  private Object bag() {
    return Leaves.create(
        nested("Bag"),
        new Class<?>[] {double[].class, nested("Point")},
        shared("double[]"),
        point());
  }

  private Object point() {
    return Leaves.create(
        nested("Point"), new Class<?>[] {double.class, double.class}, number(), number());
  }

  /** A new array, or one that has been passed before. */
  private Object shared(String type) {
    Object fresh = array(type);
    List<Object> same = given.stream().filter(g -> g.getClass() == fresh.getClass()).toList();
    if (!same.isEmpty() && dice.chance(0.3)) {
      return dice.pick(same);
    }
    given.add(fresh);
    return fresh;
  }

  private Object array(String type) {
    int length = 2 + dice.below(3);
    switch (type) {
      case "double[]" -> {
        double[] a = new double[length];
        java.util.Arrays.setAll(a, i -> number());
        return a;
      }
      case "float[]" -> {
        float[] a = new float[length];
        for (int i = 0; i < length; i++) {
          a[i] = (float) number();
        }
        return a;
      }
      case "double[][]" -> {
        double[][] rows = new double[2 + dice.below(2)][];
        java.util.Arrays.setAll(rows, i -> (double[]) shared("double[]"));
        return rows;
      }
      case "Point[]" -> {
        Object points = java.lang.reflect.Array.newInstance(nested("Point"), length);
        for (int i = 0; i < length; i++) {
          java.lang.reflect.Array.set(points, i, point());
        }
        return points;
      }
      case "Bag[]" -> {
        Object bags = java.lang.reflect.Array.newInstance(nested("Bag"), 2);
        java.lang.reflect.Array.set(bags, 0, bag());
        java.lang.reflect.Array.set(bags, 1, bag());
        return bags;
      }
      default -> throw new IllegalStateException(type);
    }
  }
}
