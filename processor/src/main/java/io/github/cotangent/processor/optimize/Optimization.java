package io.github.cotangent.processor.optimize;

import java.util.Arrays;
import java.util.List;

/** What can be switched off by {@code -Acotangent.disable=<id>,<id>} without changing a result. */
public enum Optimization {
  /** Primal computations that the backward pass does not need are left out; {@link DeadCode}. */
  DEAD_PRIMAL("deadPrimal"),
  /** Adjoints that nothing reads are left out; {@link DeadCode}. */
  DEAD_ADJOINT("deadAdjoint"),
  /** Variables are declared where their first value is known; {@link LateDeclarations}. */
  LATE_DECLARATIONS("lateDeclarations"),
  /** Shadows follow from the program's text where they can, without a look-up at run time. */
  DIRECT_SHADOWS("directShadows"),
  /** Steps of whole numbers are undone by the opposite step, not recorded. */
  UNDONE_STEPS("undoneSteps"),
  /** Elements are not saved where the indices tell that nobody reads what they held. */
  COMPARED_INDICES("comparedIndices"),
  /** Parameters of helpers are told apart where no caller passes one array for both. */
  DISTINCT_ARGUMENTS("distinctArguments"),
  /** Parameters that no caller varies have no adjoint; {@link PassiveParameters}. */
  PASSIVE_PARAMETERS("passiveParameters"),
  /** Simple values are computed again from what is restored, where that saves memory. */
  RECOMPUTED_LOCALS("recomputedLocals"),
  /** What a loop adds to one element of an adjoint array is summed up in a variable. */
  INVARIANT_SUMS("invariantSums"),
  /** What stays the same in the rounds of a loop is read from its array once, and computed once. */
  INVARIANT_READS("invariantReads"),
  /** Loops whose rounds share nothing but sums are not recorded: each goes forward and back. */
  INDEPENDENT_LOOPS("independentLoops"),
  /** Methods whose arguments are enough to go back through them keep no tape. */
  TAPELESS_CALLS("tapelessCalls"),
  /** Methods that only tell a whole number are put in place in tests, too; {@link Queries}. */
  QUERIES("queries"),
  /** Methods that only get or set an element are put in place; {@link Accessors}. */
  ACCESSORS("accessors"),
  /** Short formulas that are methods are put in place where a loop calls them; {@link Formulas}. */
  FORMULAS("formulas"),
  /** Small arrays of fixed length become variables; {@link SmallArrays}. */
  SMALL_ARRAYS("smallArrays"),
  /** Records of numbers become variables; {@link SmallRecords}. */
  SMALL_RECORDS("smallRecords"),
  /** The rows of a small Jacobian stand one after the other, each without what is zero in it. */
  WRITTEN_ROWS("writtenRows"),
  /** Methods that HotSpot would not compile become several; {@link SplitMethods}. */
  SPLIT_METHODS("splitMethods");

  private final String id;

  Optimization(String id) {
    this.id = id;
  }

  /** The name on the command line. */
  public String id() {
    return id;
  }

  /** All names, in the order in which they are documented. */
  public static List<String> names() {
    return Arrays.stream(values()).map(Optimization::id).toList();
  }
}
