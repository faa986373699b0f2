package io.robotocore.services.s3;

/** What happens by itself when its time has come. */
sealed interface Due permits Lifecycles.Midnight, Restores.Restored {}
