package io.github.cotangent.processor.diagnostics;

/**
 * The words of all reasons. In them, {@code %s} stands for what the reason names and {@code {at}}
 * for the line that it speaks of. Sentences begin with a capital or with what they are about and
 * end with a full stop; the others are parts of sentences.
 */
public enum Why {
  // Loops: what was chosen.
  NO_DERIVATIVE("no derivative goes through it: the backward pass leaves it out."),
  BY_INDEX("runs backward by its index; nothing is recorded in it."),
  BY_INDEX_IN_ARRAYS(
      "runs backward by its index; what is recorded in it goes to arrays of the right size."),
  BY_INDEX_ON_TAPES(
      "runs backward by its index; what is recorded in it goes to growing tapes, since a loop around"
          + " it has them."),
  FROM_LAST("runs backward from the index that it reached; nothing else is recorded in it."),
  FROM_LAST_ON_TAPES(
      "runs backward from the index that it reached; what is recorded in it goes to growing tapes."),
  BY_COUNT("runs backward as many rounds as were counted; nothing else is recorded in it."),
  BY_COUNT_ON_TAPES(
      "runs backward as many rounds as were counted; what is recorded in it goes to growing tapes."),
  AGAIN(
      "is not recorded: some states are kept, and the backward pass runs it again from them, as the"
          + " mark in it asks."),
  STRAIGHT_BACK(
      "each round runs forward and straight back in the backward pass, and nothing is kept from"
          + " round to round: the rounds share %s."),
  ONLY_SUMS("only %s, to which they add"),
  NOTHING("nothing"),
  NOT_FORWARD("The forward pass need not run it."),
  FORWARD_TOO("The forward pass runs it as well, since %s."),
  ELSEWHERE("In %s: %s"),
  UNROLLED("its rounds are written one after the other, since small arrays are used at its index."),
  // Loops: what prevented a better choice.
  TAPES_GROW("The number of rounds is not known before the loop: %s."),
  NOT_STRAIGHT_BACK("Its rounds cannot go forward and straight back one by one: %s."),
  BETTER_RECORDED(
      "Its rounds could go forward and straight back one by one, but it would run twice then, as"
          + " %s, to save no more than some numbers."),
  IS_WHILE("it is no counted loop, as 'for (int i = 0; i < n; i++)' is"),
  NO_ARRAY("it runs over '%s', which is no array"),
  ODD_START("it does not begin with one 'int' variable and a value, as 'int i = 0'"),
  ODD_STEP("its update does not change the index by a constant, as 'i++' or 'i -= 2'"),
  ODD_TEST("its test does not compare the index with a bound, as 'i < n'"),
  START_CHANGES("its start '%s' may change (%s)"),
  INDEX_CHANGES("its body changes the index %s"),
  SECOND_TEST("its test asks for more than that the index is below a bound"),
  LONG_BOUND("its bound '%s' is no 'int'"),
  OFFSET_OVERFLOWS("'%s' might overflow"),
  BOUND_CHANGES("its bound '%s' may change (%s)"),
  CALLED("its %s '%s' comes from a call; a variable that is set before the loop would stay"),
  LEFT_EARLY("'%s'{at} may leave it early"),
  INSIDE_OTHER("it does not stand directly in the method's body"),
  HOLDS_MARKS("it holds an operation on gradients, or a mark of checkpoints"),
  UNKEPT_STATE("%s"),
  NOT_A_SUM("%s goes from round to round, and '%s'{at} does more than add to it"),
  NO_SUM_TYPE("%s goes from round to round, and is no 'double' or 'float' that is added to"),
  NOT_REFILLED("it writes into %s%s"),
  OWN_SPACE(", which is not an array of numbers made by 'new' in this method for this loop"),
  OTHER_NAMES(", which may have another name: %s"),
  USED_OUTSIDE(", which is used outside of it, too: '%s'{at}"),
  NOT_FILLED_FIRST(
      ", which a round may read before it has filled it by a loop over all of its elements"),
  NOT_REPEATABLE("'%s'{at} may do something else, or be seen, a second time"),
  NOT_REPEATABLE_BEHIND(
      "'%s'{at} comes behind it, and would be reached before the loop has run: it may do something"
          + " else, or be seen"),
  SWITCHED_OFF("independentLoops is switched off"),
  CHECKED_EXCEPTIONS("the method declares checked exceptions, which a backward half cannot throw"),
  RESULT_IS_NEEDED("the method's result is needed"),
  SUM_IS_READ("the backward pass reads %s"),
  MAY_THROW("it may reach a 'throw'"),
  MAY_FAIL("what it adds may throw, as a wrong index does"),
  // Values that are computed again or recorded.
  ASSIGNED_AGAIN("%s is assigned more than once"),
  IN_PARTS("its parts are evaluated one after the other"),
  ELEMENTS_CHANGE("elements of '%s' are overwritten"),
  IS_CALL("it comes from the call '%s'"),
  IS_NEXT("it is the next element of '%s', which is no array"),
  IS_NEW("'%s' would make another one"),
  IS_TEXT("it is a text"),
  IS_MUTABLE("'%s' cannot be relied on to stay"),
  IN_VARIABLE("recorded in a variable."),
  IN_ROUND("recorded in a variable, from the round forward to the round backward."),
  IN_ARRAY("recorded, one %s for each round, in '%s'."),
  ON_TAPE("recorded, one %s each time, on a growing tape."),
  OVERWRITTEN("'%s' overwrites it, and the adjoint of '%s' reads what it was."),
  OVERWRITTEN_UNSEEN(
      "'%s' overwrites it, and the adjoint of '%s' reads what it was, or may: by another name, or"
          + " since the compiler cannot tell the two arrays apart."),
  OVERWRITTEN_BY_ITSELF("'%s' overwrites it, and its own adjoint reads what it was."),
  OVERWRITTEN_FOR_CALLER("'%s' overwrites it, and the caller may read what it was."),
  NOT_AGAIN("The adjoint of '%s' reads it, and it cannot be computed again there: %s."),
  LEAVES("what it leaves for its backward half is %s"),
  IS_RESULT("it is the result of a method"),
  NOT_AGAIN_UNREAD("The backward pass reads it, and it cannot be computed again there: %s."),
  TOO_LONG("The adjoint of '%s' reads it, and computing it again would cost more than keeping it."),
  LAST_VALUE(
      "It is assigned more than once in a round: its last value is what the adjoint of '%s' starts"
          + " from."),
  WHICH_WAY("which way it went is %s The test cannot be asked again: %s."),
  WHICH_ARM("which arm was taken is %s The selector cannot be asked again: %s."),
  COMPLETED("whether a jump left it is %s What follows it is reversed only if it was reached."),
  LAST_INDEX("The index that it reached is %s"),
  ROUNDS("The number of rounds is %s"),
  UPDATED("Whether a round came to its update is %s"),
  SNAPSHOTS("The number of states is %s"),
  STATE("The value of %s at its start is %s"),
  UNDONE("not recorded: the backward pass undoes it by '%s'."),
  // Elements and functions that stay the same in a loop.
  READ_ONCE("read once, before '%s': what the loop stores into is in other arrays."),
  LOOKED_UP_ONCE("its adjoint is looked up once, before '%s'."),
  READ_AGAIN("read in each round of '%s': '%s', which it stores into, may be in the same array."),
  COMPUTED_ONCE("computed once, before '%s': its arguments stay the same."),
  // Adjoints of arrays.
  LOOKED_UP("its adjoint is looked up by the identity of the %s, since %s."),
  REFERENCE_ASSIGNED("%s is assigned more than once"),
  REFERENCE_STORED("'%s'{at} stores a reference in an array"),
  REFERENCE_LISTED("it is an element of an array that is made of such"),
  REFERENCE_RETURNED("'%s'{at} returns it, and it is not the only array that is"),
  REFERENCE_PASSED("'%s'{at} may store it or hand it on"),
  REFERENCE_MOVED("'%s'{at} reads a reference that may be another later"),
  REFERENCE_INSIDE("it is reached through an array of records or of values"),
  REFERENCE_SHARED("directShadows is switched off"),
  // Calls.
  BY_VALUE("its gradient is computed together with its value: only numbers cross it."),
  BY_PAIR("%s runs it and keeps a tape, %s goes back through it."),
  KEEPS_TAPE("It keeps one, since %s."),
  IN_OTHER_CLASS("the method is in another class"),
  KNOWN_TO_OTHERS("the method is annotated, and other classes may call it, too"),
  CALLS_ITSELF("the method may call itself"),
  WRITES_INTO("the method writes into '%s', and the backward half has to put that back"),
  RESULT_IS_RECORD("the method's result is a record"),
  NO_NUMBERS("%s is neither a number nor a text, nor an array or record of such"),
  NOT_FROM_ARGUMENTS("the backward half reads '%s', which is no simple formula of the arguments"),
  VALUES_ARE_KEPT("the backward half reads what is recorded in the method"),
  TAPES_SWITCHED_OFF("tapelessCalls is switched off"),
  BY_ARGUMENTS("%s runs it, %s goes back through it and needs nothing but arguments."),
  BY_RULE("its hand-written derivative goes back through it."),
  IN_PLACE("put in place: the arrays that cross it become variables."),
  RECORDS_IN_PLACE("put in place: small records cross it."),
  FORMULA_IN_PLACE("put in place: it is a short formula, and a loop calls it."),
  ELEMENT_IN_PLACE("put in place: it only gets or sets an element."),
  PASSIVE("no caller passes it anything that carries a derivative: it has no adjoint."),
  NOT_IN_PLACE("It is not put in place: %s."),
  // Small arrays, and calls that they cross.
  BECOMES_VARIABLES("becomes variables, one for each of its elements (%s)."),
  STAYS_ARRAY("stays an array: %s."),
  TOO_MANY_ELEMENTS("it has %s elements, and at most %s become variables"),
  NO_ELEMENTS("it has no elements"),
  OTHER_LENGTHS("its variable may lead to an array of another length"),
  USED_WHOLE("'%s'{at} uses it as a whole"),
  UNKNOWN_INDEX("the index is not known in '%s'{at}"),
  IS_RETURNED("'%s'{at} returns it"),
  IS_STALE("a variable may still lead to it when the next one is made"),
  TOO_MANY_STATEMENTS("the method would have more than %s statements"),
  ARRAY_STAYS("%s, which crosses it, stays an array"),
  NO_SMALL_ARRAY("no array crosses it that would become variables"),
  BECOMES_COMPONENTS("becomes variables, one for each of its components (%s)."),
  STAYS_RECORD("stays a record: %s."),
  SHARES_RECORD("so does %s, which it comes from or is given to: %s"),
  IS_ARGUMENT("it comes from the argument %s"),
  COMES_WHOLE("'%s'{at} gets it as a whole"),
  HAS_LOOP("its method has a loop"),
  NULL_ARGUMENT("null is passed"),
  CONSTANT_ARGUMENT("a parameter is @NonDifferentiable"),
  TOO_DEEP("the calls are nested more than %s deep"),
  IS_RECURSIVE("it calls itself"),
  NOT_PLAIN(
      "its method cannot stand elsewhere: it belongs to an object, or holds an operation on"
          + " gradients, a mark, or code that is carried over unread"),
  // Jacobians.
  BY_COLUMNS("made by forward mode, a column for each parameter."),
  ROWS_WRITTEN("forward once, and back for each row, one after the other, all in one method."),
  ROWS_IN_LOOP("forward once, and back in a loop over the rows, all in one method: %s."),
  ROWS_BY_PULLBACK("each row is a call of the pullback: %s."),
  ROWS_ARE_LONG("the rows have more than %s assignments"),
  ROWS_NOT_WRITTEN("writtenRows is switched off"),
  ARRAYS_STAY("smallArrays is switched off"),
  RESULT_NOT_WRITTEN("the result is no array of doubles whose elements are written out at the end"),
  TOO_MANY_ROWS("the result has more than %s elements"),
  WRITES_INTO_ARRAYS("the method writes into arrays"),
  CALLS_REMAIN("the method calls others that are not put in place"),
  KEEPS_TAPES("what is recorded is kept in arrays and tapes");

  private final String words;

  Why(String words) {
    this.words = words;
  }

  /** The words, with places for what they name. */
  public String words() {
    return words;
  }
}
