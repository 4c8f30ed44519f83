package io.github.cotangent.processor.transform;

import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.Names;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Var;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What {@link ReverseMode} makes: the two sweeps of a function.
 *
 * @param prelude declarations of what both use
 * @param value the variable that holds the result, if asked for
 * @param resultAdjoint the variable that the backward sweep starts from; void results have none
 * @param shadows the variable of the runtime's shadows, which the wrapper declares if used
 * @param bindings statements that tell the shadows what is known, before the backward sweep
 * @param settling statements that put the rows of shadows where the restored rows are
 * @param tapes the variables that hold growing tapes
 * @param captured variables of the forward pass that a lambda reads
 * @param callTapes the types of what calls of other pairs leave behind
 * @param droppable assignments of the forward pass that can be left out if nothing reads them
 * @param identified the parts of parameters that are values whose adjoints are found by identity
 * @param independent the positions in the body of the loops that are not recorded, as their rounds
 *     share only sums
 * @param late the value, if it is made behind the backward sweep
 * @param sharing which arrays may be one
 * @param choices what is to be said of how they were made
 */
record Sweeps(
    Function function,
    List<Stmt> prelude,
    List<Stmt> forward,
    List<Stmt> backward,
    Optional<Var> value,
    Var resultAdjoint,
    Var shadows,
    List<Stmt> bindings,
    List<Stmt> settling,
    Set<Var> tapes,
    Set<Var> captured,
    Set<Stmt> droppable,
    Set<Expr> identified,
    Set<Type> callTapes,
    Set<Integer> independent,
    Optional<LateValue> late,
    Sharing sharing,
    AdjointVars adjoints,
    Names names,
    Choices choices) {}
