package io.robotocore.laws;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * A class of the tests: what it inherits from, and what each of its methods invokes.
 *
 * @param parents the internal names of its superclass and its interfaces
 * @param invocations by the name and descriptor of the invoking method
 */
record TestCode(List<String> parents, Map<String, List<Invocation>> invocations) {

  static TestCode of(ClassReader reader) {
    List<String> parents = new ArrayList<>(List.of(reader.getInterfaces()));
    parents.add(reader.getSuperName());
    Map<String, List<Invocation>> invocations = new HashMap<>();
    reader.accept(new Methods(invocations), ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    return new TestCode(List.copyOf(parents), Map.copyOf(invocations));
  }

  /** Lists each method's invocations. */
  private static final class Methods extends ClassVisitor {
    private final Map<String, List<Invocation>> invocations;

    Methods(Map<String, List<Invocation>> invocations) {
      super(Opcodes.ASM9);
      this.invocations = invocations;
    }

    @Override
    public MethodVisitor visitMethod(
        int access, String name, String descriptor, String signature, String[] exceptions) {
      return new Body(invocations.computeIfAbsent(name + descriptor, key -> new ArrayList<>()));
    }
  }

  /** Lists one method's invocations; a lambda or method reference counts where it is made. */
  private static final class Body extends MethodVisitor {
    private final List<Invocation> invocations;

    Body(List<Invocation> invocations) {
      super(Opcodes.ASM9);
      this.invocations = invocations;
    }

    @Override
    public void visitMethodInsn(
        int opcode, String owner, String name, String descriptor, boolean isInterface) {
      invocations.add(new Invocation(owner, name, descriptor));
    }

    @Override
    public void visitInvokeDynamicInsn(
        String name, String descriptor, Handle bootstrap, Object... bootstrapArguments) {
      for (Object argument : bootstrapArguments) {
        if (argument instanceof Handle handle) {
          invocations.add(new Invocation(handle.getOwner(), handle.getName(), handle.getDesc()));
        }
      }
    }
  }
}
