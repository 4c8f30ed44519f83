package io.github.cotangent.processor.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.RecordComponentNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * The class file of a record, as far as it tells whether the record does nothing but hold its
 * components. It does not say whether a constructor was written by hand, but it has what the
 * constructor does: that of javac's calls the constructor of {@code Record} and stores each
 * parameter, and an accessor of javac's returns the field.
 */
final class RecordClassFile {

  /** An instruction, and the local or the member that it names; "" where it names neither. */
  private record Instruction(int opcode, String operand) {

    static Instruction of(AbstractInsnNode node) {
      String operand = "";
      if (node instanceof VarInsnNode n) {
        operand = local(n.var);
      } else if (node instanceof FieldInsnNode n) {
        operand = member(n.owner, n.name, n.desc);
      } else if (node instanceof MethodInsnNode n) {
        operand = member(n.owner, n.name, n.desc);
      }
      return new Instruction(node.getOpcode(), operand);
    }
  }

  private static final Instruction THIS = new Instruction(Opcodes.ALOAD, local(0));

  private final ClassNode file;

  private RecordClassFile(ClassNode file) {
    this.file = file;
  }

  /** A class file; empty where it is damaged, or newer than ASM. */
  static Optional<RecordClassFile> read(byte[] bytes) {
    ClassNode file = new ClassNode();
    try {
      new ClassReader(bytes).accept(file, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    } catch (RuntimeException e) { // Of any kind: ASM checks little of what it reads.
      return Optional.empty();
    }
    return file.recordComponents == null
        ? Optional.empty()
        : Optional.of(new RecordClassFile(file));
  }

  /** True where the constructor and the accessors do what those of javac do. */
  boolean onlyHolds() {
    return isStored() && file.recordComponents.stream().allMatch(this::isReturned);
  }

  private boolean isStored() {
    StringBuilder parameters = new StringBuilder();
    List<Instruction> stores = new ArrayList<>();
    stores.add(THIS);
    stores.add(new Instruction(Opcodes.INVOKESPECIAL, member("java/lang/Record", "<init>", "()V")));
    int local = 1;
    for (RecordComponentNode component : file.recordComponents) {
      Type type = Type.getType(component.descriptor);
      stores.add(THIS);
      stores.add(new Instruction(type.getOpcode(Opcodes.ILOAD), local(local)));
      stores.add(new Instruction(Opcodes.PUTFIELD, field(component)));
      local += type.getSize();
      parameters.append(component.descriptor);
    }
    stores.add(new Instruction(Opcodes.RETURN, ""));
    return code("<init>", "(" + parameters + ")V").equals(stores);
  }

  private boolean isReturned(RecordComponentNode component) {
    int opcode = Type.getType(component.descriptor).getOpcode(Opcodes.IRETURN);
    return code(component.name, "()" + component.descriptor)
        .equals(
            List.of(
                THIS,
                new Instruction(Opcodes.GETFIELD, field(component)),
                new Instruction(opcode, "")));
  }

  /** What a method does; empty where there is none of this name and descriptor. */
  private List<Instruction> code(String name, String descriptor) {
    for (MethodNode method : file.methods) {
      if (method.name.equals(name) && method.desc.equals(descriptor)) {
        return StreamSupport.stream(method.instructions.spliterator(), false)
            .map(Instruction::of)
            .toList();
      }
    }
    return List.of();
  }

  private String field(RecordComponentNode component) {
    return member(file.name, component.name, component.descriptor);
  }

  private static String local(int index) {
    return Integer.toString(index);
  }

  private static String member(String owner, String name, String descriptor) {
    return owner + "." + name + descriptor;
  }
}
