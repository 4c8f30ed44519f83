package io.github.cotangent.processor.syntax;

import com.sun.source.util.TreePath;
import io.github.cotangent.processor.diagnostics.Problems;
import javax.lang.model.element.TypeElement;

/** What the lowering of all methods of one top-level class shares. */
record ClassContext(
    TypeElement topLevel,
    TreePath path,
    SourceFile file,
    TypeOracle oracle,
    TypeMapping types,
    Callees callees,
    Access access,
    Problems problems) {}
