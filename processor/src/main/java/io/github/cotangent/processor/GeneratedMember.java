package io.github.cotangent.processor;

import io.github.cotangent.processor.ir.Declaration;
import io.github.cotangent.processor.ir.Type;

/**
 * A member to be placed in a generated class.
 *
 * @param owner the user's class that the member was made for
 */
record GeneratedMember(Type.ClassType owner, Declaration declaration) {}
