package cases.records.nested_record_arrays;

import io.github.cotangent.Differentiable;

// Arrays of records that hold arrays of records that hold arrays.
// run: written(Input.groups(), 1.5)
// run: single(Input.groups()[0], 1.5)
// run: result(Input.groups(), 1.5)
final class Input {
  record Item(double[] values, double weight) {}

  record Group(Item[] items, double scale, Item[][] table) {}

  static Group[] groups() {
    Item first = new Item(new double[] {1, 2}, 3);
    Item second = new Item(new double[] {5}, 6);
    return new Group[] {new Group(new Item[] {first}, 4, new Item[][] {{second}})};
  }

  @Differentiable
  static double written(Group[] groups, double z) {
    change(groups[0], z);
    Item item = groups[0].items()[0];
    return item.values()[0] * item.values()[1] * item.weight() * groups[0].table()[0][0].weight();
  }

  static void change(Group g, double z) {
    g.items()[0].values()[0] *= z * g.scale();
    g.table()[0][0] = new Item(g.items()[0].values(), g.table()[0][0].values()[0] * z);
    g.table()[0][0].values()[1] *= z;
  }

  @Differentiable
  static double single(Group g, double z) {
    g.items()[0].values()[0] *= z * g.scale();
    g.table()[0][0] = new Item(g.items()[0].values(), g.table()[0][0].values()[0] * z);
    return g.items()[0].values()[0] * g.table()[0][0].weight();
  }

  @Differentiable
  static Group[] result(Group[] groups, double z) {
    Group g = groups[0];
    g.items()[0].values()[0] *= z * g.scale();
    g.table()[0][0] = new Item(g.items()[0].values(), g.table()[0][0].values()[0] * z);
    return groups;
  }

  private Input() {}
}
