package io.github.cotangent.processor.ir;

import java.util.List;

/** A member of a generated class, or the class itself. */
public sealed interface Declaration {

  /** Who may see a declaration; as visible as the method it was generated for. */
  enum Visibility {
    PUBLIC,
    PROTECTED,
    PACKAGE,
    PRIVATE
  }

  /** Javadoc text, may be empty; {@code {@link Owner#method}} in it is printed as it stands. */
  String javadoc();

  /** Who may see it. */
  Visibility visibility();

  /**
   * A method with a body.
   *
   * @param isStatic false for the methods of a {@link FinalClass} and of a {@link RecordClass}
   * @param order above 0 where the method is itself to be differentiated, so many times
   * @param wrt the parameters with respect to which it is then; empty for all that can be
   */
  record Method(
      Function function,
      boolean isStatic,
      Visibility visibility,
      String javadoc,
      int order,
      List<String> wrt)
      implements Declaration {
    public Method {
      wrt = List.copyOf(wrt);
    }

    /** A method that is not differentiated itself. */
    public Method(Function function, boolean isStatic, Visibility visibility, String javadoc) {
      this(function, isStatic, visibility, javadoc, 0, List.of());
    }

    /** The same, to be differentiated in the next round. */
    public Method differentiable(int times, List<String> withRespectTo) {
      return new Method(function, isStatic, visibility, javadoc, times, withRespectTo);
    }

    /** The same with another body. */
    public Method withBody(Stmt.Block body) {
      return new Method(function.withBody(body), isStatic, visibility, javadoc, order, wrt);
    }
  }

  /**
   * A record: {@code record GrowTape(double value, double[] ySaved) {}}. Always static.
   *
   * @param interfaces what it implements
   * @param methods its methods beside the accessors; they read components by the accessors
   */
  record RecordClass(
      Type.Record type,
      List<Type> interfaces,
      List<Method> methods,
      Visibility visibility,
      String javadoc)
      implements Declaration {
    public RecordClass {
      interfaces = List.copyOf(interfaces);
      methods = List.copyOf(methods);
    }

    /** A record of its components alone. */
    public RecordClass(Type.Record type, Visibility visibility, String javadoc) {
      this(type, List.of(), List.of(), visibility, javadoc);
    }
  }

  /**
   * A final class. Its fields are private and final, set by a private constructor that takes one
   * argument per field, in order. Methods read fields by the field's {@link Var}.
   */
  record FinalClass(
      Type.ClassType name,
      List<Var> fields,
      List<Declaration> members,
      Visibility visibility,
      String javadoc)
      implements Declaration {
    public FinalClass {
      fields = List.copyOf(fields);
      members = List.copyOf(members);
    }
  }

  /** A class of static members only: the top-level {@code dName} and its nested mirrors. */
  record Container(
      Type.ClassType name, List<Declaration> members, Visibility visibility, String javadoc)
      implements Declaration {
    public Container {
      members = List.copyOf(members);
    }
  }

  /** A private static method of the user's, carried over as text. */
  record Copied(Code code, String javadoc) implements Declaration {
    @Override
    public Visibility visibility() {
      return Visibility.PRIVATE;
    }
  }
}
