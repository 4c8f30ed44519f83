package io.github.cotangent.benchmarks.ba;

import io.github.cotangent.benchmarks.problem.DoubleStack;
import java.util.Arrays;

/**
 * The literal Jacobian by hand: each value that is computed goes to one stack, and since the way
 * back empties the stack, each row needs a way forward of its own.
 */
final class BaPushPop {

  private static final int COLUMNS = 15;

  private final DoubleStack stack = new DoubleStack();
  private final double[] dcamera = new double[11];
  private final double[] dpoint = new double[3];
  private final double[] dx = new double[3];
  private final double[] daxis = new double[3];
  private final double[] dseen = new double[3];
  private final double[] dp = new double[2];
  private double dweight;

  static void jacobian(BaInput in, double[][] out) {
    BaPushPop adjoint = new BaPushPop();
    for (int i = 0; i < out.length; i++) {
      double[] camera = in.camera(i);
      double weight = in.weights()[i];
      for (int row = 0; row < 2; row++) {
        adjoint.forward(camera, in.point(i));
        adjoint.backward(camera, weight, in.features()[i], row);
        int at = COLUMNS * row;
        System.arraycopy(adjoint.dcamera, 0, out[i], at, 11);
        System.arraycopy(adjoint.dpoint, 0, out[i], at + 11, 3);
        out[i][at + 14] = adjoint.dweight;
      }
      out[i][2 * COLUMNS] = -2 * weight;
    }
  }

  private void push(double... values) {
    for (double value : values) {
      stack.push(value);
    }
  }

  private double[] pop(int count) {
    double[] values = new double[count];
    for (int i = count - 1; i >= 0; i--) {
      values[i] = stack.pop();
    }
    return values;
  }

  private void forward(double[] camera, double[] point) {
    double[] x = new double[3];
    for (int i = 0; i < 3; i++) {
      x[i] = point[i] - camera[3 + i];
    }
    double[] seen = rotate(camera, x);
    double[] p = {seen[0] / seen[2], seen[1] / seen[2]};
    double norm = p[0] * p[0] + p[1] * p[1];
    double factor = 1 + camera[9] * norm + camera[10] * norm * norm;
    push(seen);
    push(p);
    push(norm, factor);
    for (int i = 0; i < 2; i++) {
      p[i] *= factor;
      stack.push(p[i]);
      p[i] = p[i] * camera[6] + camera[7 + i];
      stack.push(p[i]);
    }
  }

  private double[] rotate(double[] camera, double[] x) {
    double square = 0;
    for (int i = 0; i < 3; i++) {
      square += camera[i] * camera[i];
    }
    double angle = square == 0 ? 1 : Math.sqrt(square);
    double[] axis = {camera[0] / angle, camera[1] / angle, camera[2] / angle};
    double[] perpendicular = {
      axis[1] * x[2] - axis[2] * x[1],
      axis[2] * x[0] - axis[0] * x[2],
      axis[0] * x[1] - axis[1] * x[0]
    };
    double cos = square == 0 ? 1 : Math.cos(angle);
    double sin = square == 0 ? 1 : Math.sin(angle);
    double dot = axis[0] * x[0] + axis[1] * x[1] + axis[2] * x[2];
    double along = dot * (1 - cos);
    double[] seen = new double[3];
    for (int i = 0; i < 3; i++) {
      seen[i] = x[i] * cos + perpendicular[i] * sin + axis[i] * along;
    }
    push(x);
    push(axis);
    push(perpendicular);
    push(square, angle, cos, sin, dot, along);
    return seen;
  }

  private void backward(double[] camera, double weight, double[] feature, int row) {
    Arrays.fill(dcamera, 0);
    Arrays.fill(dpoint, 0);
    double dfactor = 0;
    for (int i = 1; i >= 0; i--) {
      double derror = i == row ? 1 : 0;
      double projected = stack.pop();
      double moved = stack.pop();
      if (i == row) {
        dweight = projected - feature[i];
      }
      double dprojected = derror * weight;
      dcamera[6] += dprojected * moved;
      dcamera[7 + i] += dprojected;
      dp[i] = dprojected * camera[6];
    }
    double factor = stack.pop();
    double norm = stack.pop();
    double[] p = pop(2);
    double[] seen = pop(3);
    for (int i = 1; i >= 0; i--) {
      dfactor += dp[i] * p[i];
      dp[i] *= factor;
    }
    dcamera[9] += dfactor * norm;
    dcamera[10] += dfactor * norm * norm;
    double dnorm = dfactor * (camera[9] + 2 * camera[10] * norm);
    dseen[2] = 0;
    for (int i = 1; i >= 0; i--) {
      dp[i] += 2 * dnorm * p[i];
      dseen[i] = dp[i] / seen[2];
      dseen[2] -= dp[i] * seen[i] / (seen[2] * seen[2]);
    }
    rotateBackward(camera);
    for (int i = 2; i >= 0; i--) {
      dpoint[i] += dx[i];
      dcamera[3 + i] -= dx[i];
    }
  }

  private void rotateBackward(double[] camera) {
    double[] scalars = pop(6);
    double angle = scalars[1];
    double cos = scalars[2];
    double sin = scalars[3];
    double dot = scalars[4];
    double along = scalars[5];
    double[] perpendicular = pop(3);
    double[] axis = pop(3);
    double[] x = pop(3);
    double[] dperpendicular = new double[3];
    double dcos = 0;
    double dsin = 0;
    double dalong = 0;
    for (int i = 2; i >= 0; i--) {
      dx[i] = dseen[i] * cos;
      dcos += dseen[i] * x[i];
      dperpendicular[i] = dseen[i] * sin;
      dsin += dseen[i] * perpendicular[i];
      daxis[i] = dseen[i] * along;
      dalong += dseen[i] * axis[i];
    }
    double ddot = dalong * (1 - cos);
    dcos -= dalong * dot;
    for (int i = 2; i >= 0; i--) {
      daxis[i] += ddot * x[i];
      dx[i] += ddot * axis[i];
    }
    crossBackward(axis, x, dperpendicular);
    double dangle = dsin * cos - dcos * sin;
    for (int i = 2; i >= 0; i--) {
      dcamera[i] += daxis[i] / angle;
      dangle -= daxis[i] * camera[i] / (angle * angle);
    }
    if (scalars[0] != 0) {
      double dsquare = dangle * 0.5 / angle;
      for (int i = 2; i >= 0; i--) {
        dcamera[i] += dsquare * 2 * camera[i];
      }
    }
  }

  private void crossBackward(double[] axis, double[] x, double[] d) {
    daxis[0] += x[1] * d[2] - x[2] * d[1];
    daxis[1] += x[2] * d[0] - x[0] * d[2];
    daxis[2] += x[0] * d[1] - x[1] * d[0];
    dx[0] += d[1] * axis[2] - d[2] * axis[1];
    dx[1] += d[2] * axis[0] - d[0] * axis[2];
    dx[2] += d[0] * axis[1] - d[1] * axis[0];
  }
}
