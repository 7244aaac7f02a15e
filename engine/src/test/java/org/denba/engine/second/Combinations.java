package org.denba.engine.second;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Choices of one option each from several inputs.
 *
 * @param sizes how many options each input has
 */
record Combinations(int[] sizes) {

  static Combinations of(List<? extends List<?>> inputs) {
    return new Combinations(inputs.stream().mapToInt(List::size).toArray());
  }

  /** How many there are, or {@code Long.MAX_VALUE} where that is too many to count. */
  long count() {
    long count = 1;
    for (int size : sizes) {
      if (count > Long.MAX_VALUE / size) {
        return Long.MAX_VALUE;
      }
      count *= size;
    }
    return count;
  }

  /** All of them where they are at most this many, else enough for every pair of options. */
  Stream<int[]> allOrPairs(long most, long seed) {
    return count() <= most ? all() : pairs(seed);
  }

  Stream<int[]> all() {
    return LongStream.range(0, count()).mapToObj(this::numbered);
  }

  private int[] numbered(long number) {
    int[] choice = new int[sizes.length];
    long left = number;
    for (int i = 0; i < sizes.length; i++) {
      choice[i] = (int) (left % sizes[i]);
      left /= sizes[i];
    }
    return choice;
  }

  /** So many that each option of each input meets each option of each other input. */
  Stream<int[]> pairs(long seed) {
    Random random = new Random(seed);
    int[] from = new int[sizes.length];
    for (int i = 1; i < sizes.length; i++) {
      from[i] = from[i - 1] + sizes[i - 1];
    }
    int options = Arrays.stream(sizes).sum();
    BitSet met = new BitSet(options * options);
    Stream.Builder<int[]> chosen = Stream.builder();
    for (int i = 0; i < sizes.length; i++) {
      for (int j = i + 1; j < sizes.length; j++) {
        for (int pair = 0; pair < sizes[i] * sizes[j]; pair++) {
          int one = pair % sizes[i];
          int other = pair / sizes[i];
          if (!met.get((from[i] + one) * options + from[j] + other)) {
            int[] choice = IntStream.of(sizes).map(random::nextInt).toArray();
            choice[i] = one;
            choice[j] = other;
            meet(choice, from, options, met);
            chosen.add(choice);
          }
        }
      }
    }
    return chosen.build();
  }

  private static void meet(int[] choice, int[] from, int options, BitSet met) {
    for (int i = 0; i < choice.length; i++) {
      for (int j = i + 1; j < choice.length; j++) {
        met.set((from[i] + choice[i]) * options + from[j] + choice[j]);
      }
    }
  }
}
