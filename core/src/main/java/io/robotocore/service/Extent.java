package io.robotocore.service;

import io.robotocore.state.Place;

/** How far one state of a service reaches. */
public enum Extent {
  /** A state for each account and region, as most services have it. */
  REGION,
  /** A state for each account, the same in all regions (IAM, Route 53). */
  ACCOUNT,
  /** One state for everybody (what has to be unique in the whole world). */
  PARTITION;

  /** Where the state is that belongs to a call of a service. */
  public Place place(String service, Call call) {
    return new Place(
        service, this == PARTITION ? "" : call.account(), this == REGION ? call.region() : "");
  }
}
