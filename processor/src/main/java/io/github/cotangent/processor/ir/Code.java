package io.github.cotangent.processor.ir;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A piece of Java text in which variables and types are still symbols. */
public record Code(List<Part> parts) {

  public Code {
    parts = List.copyOf(parts);
  }

  /** A part of the text. */
  public sealed interface Part {}

  /** Verbatim characters. */
  public record Text(String text) implements Part {}

  /** A space at which a line that is too long may be broken. */
  public record Space() implements Part {}

  /** A read of a variable of the function. */
  public record Reads(Var var) implements Part {}

  /** An assignment to a variable of the function; prints its name. */
  public record Writes(Var var) implements Part {}

  /** A type name, printed short where an import allows. */
  public record Names(Type.ClassType type) implements Part {}

  /** The bare name of a private method of the user's that is copied beside the text. */
  public record Calls(String key, String name) implements Part {}

  /** The keys of the private methods that the text calls, in order of appearance. */
  public List<String> calls() {
    List<String> keys = new ArrayList<>();
    for (Part part : parts) {
      if (part instanceof Calls c) {
        keys.add(c.key());
      }
    }
    return keys;
  }

  /** The variables read, in order of appearance. */
  public List<Var> reads() {
    List<Var> vars = new ArrayList<>();
    for (Part part : parts) {
      if (part instanceof Reads r) {
        vars.add(r.var());
      }
    }
    return vars;
  }

  /** The variables assigned, in order of appearance. */
  public List<Var> writes() {
    List<Var> vars = new ArrayList<>();
    for (Part part : parts) {
      if (part instanceof Writes w) {
        vars.add(w.var());
      }
    }
    return vars;
  }

  @Override
  public String toString() {
    return parts.stream().map(Code::show).collect(Collectors.joining());
  }

  private static String show(Part part) {
    if (part instanceof Text t) {
      return t.text();
    }
    if (part instanceof Space) {
      return " ";
    }
    if (part instanceof Reads r) {
      return r.var().name();
    }
    if (part instanceof Writes w) {
      return w.var().name();
    }
    if (part instanceof Calls c) {
      return c.name();
    }
    return ((Names) part).type().canonicalName();
  }
}
