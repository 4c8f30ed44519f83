package io.github.cotangent.examples.pt009_charrnn;

/** What a layer of the network does with its memory at each character. */
public enum Cell {
  /** The memory is replaced: h = tanh(…). */
  RNN(1),
  /** The memory is a cell c that three gates erase, write and read. */
  LSTM(4);

  private final int blocks;

  Cell(int blocks) {
    this.blocks = blocks;
  }

  /** How many sums a unit makes of its inputs: one, or one for each gate and one for the news. */
  public int blocks() {
    return blocks;
  }
}
