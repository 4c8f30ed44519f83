package errors;

import io.github.cotangent.Differentiable;

// Writes to static fields, to fields of objects, to elements of static arrays.
final class Fields {
  static int counter;
  static double total;
  static final double[] TABLE = new double[3];

  int count;
  double sum;

  @Differentiable
  static double statics(double x) {
    counter++; // error: FieldWrite @5
    total = x; // error: FieldWrite
    Fields.counter += 2; // error: FieldWrite
    return x * x;
  }

  @Differentiable
  static double objects(double x, Fields f) {
    f.count = 3; // error: FieldWrite
    f.sum += x; // error: FieldWrite
    return x * x;
  }

  @Differentiable
  static double elements(double x) {
    TABLE[0] = x; // error: FieldWrite
    return x * x;
  }
}
