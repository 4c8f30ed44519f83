package io.github.cotangent.processor.interpreter;

import io.github.cotangent.processor.ir.Type;
import java.util.List;

/** A record: immutable, with the values of its components in order of declaration. */
record RecordValue(Type.Record type, List<Object> components) {

  Object component(String name) {
    for (int i = 0; i < components.size(); i++) {
      if (type.components().get(i).name().equals(name)) {
        return components.get(i);
      }
    }
    throw new IllegalStateException(type + " has no component " + name);
  }
}
