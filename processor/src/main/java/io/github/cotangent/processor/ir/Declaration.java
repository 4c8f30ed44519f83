package io.github.cotangent.processor.ir;

import java.util.List;
import java.util.Optional;

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

  /** An annotation of a generated method: what the next round of the compiler makes of it. */
  sealed interface Mark {
    /**
     * The method is to be differentiated.
     *
     * @param order how often
     * @param wrt the parameters with respect to which; empty for all that can be
     */
    record Differentiated(int order, List<String> wrt) implements Mark {
      public Differentiated {
        wrt = List.copyOf(wrt);
      }
    }

    /**
     * The method is the derivative of another one of its class.
     *
     * @param annotation the simple name of the annotation that says so
     * @param method the other one, with the types and names of its parameters
     * @param names the names of the rule's parameters
     * @param constants the parameters by which there is no derivative
     */
    record Rule(String annotation, String method, List<String> names, List<String> constants)
        implements Mark {
      public Rule {
        names = List.copyOf(names);
        constants = List.copyOf(constants);
      }
    }
  }

  /**
   * A method with a body.
   *
   * @param isStatic false for the methods of a {@link FinalClass} and of a {@link RecordClass}
   */
  record Method(
      Function function,
      boolean isStatic,
      Visibility visibility,
      String javadoc,
      Optional<Mark> mark)
      implements Declaration {

    /** A method without an annotation. */
    public Method(Function function, boolean isStatic, Visibility visibility, String javadoc) {
      this(function, isStatic, visibility, javadoc, Optional.empty());
    }

    /** The same with an annotation. */
    public Method marked(Mark by) {
      return new Method(function, isStatic, visibility, javadoc, Optional.of(by));
    }

    /** The same with another body. */
    public Method withBody(Stmt.Block body) {
      return new Method(function.withBody(body), isStatic, visibility, javadoc, mark);
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

  /**
   * What a long method has become: a private class whose fields are the variables that its blocks
   * share, and whose methods are the blocks. Blocks read and assign fields by the field's {@link
   * Var}.
   *
   * @param fields with Java's initial values
   */
  record MethodObject(Type.ClassType name, List<Var> fields, List<Method> blocks, String javadoc)
      implements Declaration {
    public MethodObject {
      fields = List.copyOf(fields);
      blocks = List.copyOf(blocks);
    }

    @Override
    public Visibility visibility() {
      return Visibility.PRIVATE;
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
