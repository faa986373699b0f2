package io.robotocore.services.sqs;

import java.time.Instant;

/** A point in time, with a number that tells apart and orders what happens at the same time. */
record Moment(Instant at, long number) implements Comparable<Moment> {

  @Override
  public int compareTo(Moment other) {
    int byTime = at.compareTo(other.at);
    return byTime != 0 ? byTime : Long.compare(number, other.number);
  }
}
