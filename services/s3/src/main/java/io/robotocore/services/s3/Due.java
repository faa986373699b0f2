package io.robotocore.services.s3;

/** What happens by itself when its time has come. */
sealed interface Due permits Lifecycles.Midnight, Logging.Logged, Restores.Restored {

  /** Lets it happen. */
  void happen(S3 s3);
}
