package io.github.cotangent.processor.emit;

import static java.util.stream.Collectors.joining;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.github.cotangent.processor.ir.Declaration;
import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Var;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javax.lang.model.element.Modifier;

/** Turns declarations into JavaPoet's specifications. */
final class Declarations {

  private static final int INDENT = 2;

  private final Marks marks;
  private int carried;

  Declarations(Marks marks) {
    this.marks = marks;
  }

  /** A class of static members; nested if there is a scope around it. */
  TypeSpec.Builder container(Declaration.Container c, Scope outer, int level) {
    TypeSpec.Builder type = classOf(c.name(), c.visibility(), c.javadoc(), level);
    type.addMethod(
        MethodSpec.constructorBuilder()
            .addModifiers(Modifier.PRIVATE)
            .addCode("$L\n", marks.emptyBody())
            .build());
    members(c.members(), type, Scope.of(c.name(), c.members(), outer), level + 1);
    return type;
  }

  private TypeSpec.Builder classOf(
      Type.ClassType name, Declaration.Visibility visibility, String javadoc, int level) {
    TypeSpec.Builder type = TypeSpec.classBuilder(TypeNames.raw(name));
    modifier(visibility, type::addModifiers);
    if (level > 0) {
      type.addModifiers(Modifier.STATIC);
    }
    return type.addModifiers(Modifier.FINAL).addJavadoc(javadoc(javadoc, level));
  }

  private void members(List<Declaration> members, TypeSpec.Builder type, Scope scope, int level) {
    for (Declaration member : members) {
      if (member instanceof Declaration.Method m) {
        type.addMethod(method(m, scope, level));
      } else if (member instanceof Declaration.RecordClass r) {
        type.addType(record(r, scope, level));
      } else if (member instanceof Declaration.FinalClass f) {
        type.addType(finalClass(f, scope, level));
      } else if (member instanceof Declaration.MethodObject o) {
        type.addType(methodObject(o, scope, level));
      } else if (member instanceof Declaration.Container c) {
        type.addType(container(c, scope, level).build());
      } else if (member instanceof Declaration.Copied c) {
        type.addMethod(copied(c, scope, level));
      }
    }
  }

  private MethodSpec method(Declaration.Method m, Scope scope, int level) {
    Function f = m.function();
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(f.name())
            .returns(TypeNames.of(f.result()))
            .addJavadoc(javadoc(m.javadoc(), level));
    m.mark().ifPresent(mark -> method.addAnnotation(annotation(mark)));
    modifier(m.visibility(), method::addModifiers);
    if (m.isStatic()) {
      method.addModifiers(Modifier.STATIC);
    }
    f.parameters().forEach(p -> method.addParameter(parameter(TypeNames.of(p.type()), p.name())));
    f.thrown().forEach(e -> method.addException(TypeNames.of(e)));
    CodeBlock body = Statements.body(f.body(), scope.within(f), level + 1, marks);
    return method.addCode(body.isEmpty() ? line(marks.emptyBody()) : body).build();
  }

  private static AnnotationSpec annotation(Declaration.Mark mark) {
    List<String> members = new ArrayList<>();
    String name = "Differentiable";
    if (mark instanceof Declaration.Mark.Differentiated d) {
      list("wrt", d.wrt(), members);
      if (d.order() > 1) {
        members.add("order = " + d.order());
      }
    } else if (mark instanceof Declaration.Mark.Rule r) {
      name = r.annotation();
      members.add("method = \"" + r.method() + "\"");
      list("names", r.names(), members);
      list("constants", r.constants(), members);
    }
    AnnotationSpec.Builder annotation =
        AnnotationSpec.builder(ClassName.get("io.github.cotangent", name));
    if (!members.isEmpty()) {
      // JavaPoet writes what it takes for the value in one line.
      boolean isLong = members.size() > 1 && mark instanceof Declaration.Mark.Rule;
      String separator = isLong ? ",\n" : ", ";
      String start = isLong ? "\n" : "";
      annotation.addMember("value", "$L", start + String.join(separator, members));
    }
    return annotation.build();
  }

  private static void list(String member, List<String> texts, List<String> members) {
    if (!texts.isEmpty()) {
      members.add(
          texts.stream().map(t -> "\"" + t + "\"").collect(joining(", ", member + " = {", "}")));
    }
  }

  private static ParameterSpec parameter(TypeName type, String name) {
    return ParameterSpec.builder(type, name).build();
  }

  /** {@code record Name(double value) {}}: JavaPoet would put the brace on a line of its own. */
  private TypeSpec record(Declaration.RecordClass r, Scope outer, int level) {
    MethodSpec.Builder header = MethodSpec.constructorBuilder();
    for (Type.Component c : r.type().components()) {
      header.addParameter(parameter(TypeNames.of(c.type()), c.name()));
    }
    TypeSpec.Builder type =
        TypeSpec.recordBuilder(TypeNames.raw(r.type().name()))
            .recordConstructor(header.build())
            .addJavadoc(javadoc(r.javadoc(), level));
    modifier(r.visibility(), type::addModifiers);
    r.interfaces().forEach(i -> type.addSuperinterface(TypeNames.of(i)));
    if (r.methods().isEmpty()) {
      type.addMethod(MethodSpec.methodBuilder("none").addCode(line(marks.emptyClass())).build());
    } else {
      List<Declaration> methods = List.copyOf(r.methods());
      members(methods, type, Scope.of(r.type().name(), methods, outer), level + 1);
    }
    return type.build();
  }

  private TypeSpec finalClass(Declaration.FinalClass f, Scope outer, int level) {
    TypeSpec.Builder type = classOf(f.name(), f.visibility(), f.javadoc(), level);
    MethodSpec.Builder constructor = MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE);
    for (Var field : f.fields()) {
      TypeName fieldType = TypeNames.of(field.type());
      type.addField(
          FieldSpec.builder(fieldType, field.name(), Modifier.PRIVATE, Modifier.FINAL).build());
      constructor.addParameter(parameter(fieldType, field.name()));
      constructor.addCode("this.$L = $L;\n", field.name(), field.name());
    }
    if (f.fields().isEmpty()) {
      constructor.addCode(line(marks.emptyBody()));
    }
    type.addMethod(constructor.build());
    Scope scope = Scope.of(f.name(), f.members(), outer).with(f.fields());
    members(f.members(), type, scope, level + 1);
    return type.build();
  }

  private TypeSpec methodObject(Declaration.MethodObject o, Scope outer, int level) {
    TypeSpec.Builder type = classOf(o.name(), o.visibility(), o.javadoc(), level);
    CodeBlock.Builder fields = CodeBlock.builder();
    o.fields().forEach(f -> fields.add("$T $L;\n", TypeNames.of(f.type()), f.name()));
    if (!o.fields().isEmpty()) {
      // JavaPoet would put an empty line between two fields.
      type.addMethod(text("", fields.build(), level + 1));
    }
    List<Declaration> blocks = List.copyOf(o.blocks());
    members(blocks, type, Scope.of(o.name(), blocks, outer).with(o.fields()), level + 1);
    return type.build();
  }

  private MethodSpec copied(Declaration.Copied c, Scope scope, int level) {
    CodeBlock code = new Line().code(c.code(), scope).build().toBuilder().add("\n").build();
    return text(c.javadoc(), code, level);
  }

  /** JavaPoet has no member that is only text: a method around it holds its place. */
  private MethodSpec text(String javadoc, CodeBlock code, int level) {
    return MethodSpec.methodBuilder("carried" + carried++)
        .addJavadoc(javadoc(javadoc, level))
        .addCode(line(marks.unwrap()))
        .addCode(code)
        .addCode(line(marks.unwrap()))
        .build();
  }

  private static CodeBlock line(String text) {
    return CodeBlock.of("$L\n", text);
  }

  private CodeBlock javadoc(String text, int level) {
    if (text.isBlank()) {
      return CodeBlock.of("");
    }
    int indent = INDENT * level;
    List<String> lines = Plain.javadoc(text, Line.WIDTH - indent - " * ".length());
    boolean isShort =
        lines.size() == 1
            && indent + "/**  */".length() + lines.get(0).length() <= Line.WIDTH
            && !lines.get(0).startsWith("@");
    return CodeBlock.of("$L", (isShort ? marks.shortJavadoc() : "") + String.join("\n", lines));
  }

  private static void modifier(Declaration.Visibility visibility, Consumer<Modifier> add) {
    switch (visibility) {
      case PUBLIC -> add.accept(Modifier.PUBLIC);
      case PROTECTED -> add.accept(Modifier.PROTECTED);
      case PRIVATE -> add.accept(Modifier.PRIVATE);
      case PACKAGE -> {
        // Java has no keyword for it.
      }
    }
  }
}
