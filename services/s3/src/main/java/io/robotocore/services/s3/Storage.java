package io.robotocore.services.s3;

import java.util.Optional;
import java.util.Set;

/**
 * How an object is kept.
 *
 * @param storageClass its storage class
 * @param encryption how it is encrypted
 * @param restoration the copy of an archived object that was asked for
 */
record Storage(String storageClass, Encryption encryption, Optional<Restoration> restoration) {

  static final String STANDARD = "STANDARD";
  static final String DIRECTORY = "EXPRESS_ONEZONE";

  private static final Set<String> CLASSES =
      Set.of(
          STANDARD,
          "REDUCED_REDUNDANCY",
          "STANDARD_IA",
          "ONEZONE_IA",
          "INTELLIGENT_TIERING",
          "GLACIER",
          "GLACIER_IR",
          "DEEP_ARCHIVE");

  private static final Set<String> ARCHIVES = Set.of("GLACIER", "DEEP_ARCHIVE");

  private static final Storage USUAL = new Storage(STANDARD, Encryption.AES256, Optional.empty());

  static Storage of(String storageClass, Encryption encryption) {
    return storageClass.equals(STANDARD) && encryption.equals(Encryption.AES256)
        ? USUAL
        : new Storage(storageClass, encryption, Optional.empty());
  }

  /** The storage class that a request names for an object in a bucket. */
  static String classOf(Optional<String> named, Bucket bucket) {
    if (bucket.isDirectory()) {
      named.filter(name -> !name.equals(DIRECTORY)).ifPresent(Storage::refuse);
      return DIRECTORY;
    }
    named.filter(name -> !CLASSES.contains(name)).ifPresent(Storage::refuse);
    return named.orElse(STANDARD);
  }

  private static void refuse(String name) {
    throw ObjectError.invalidStorageClass(name);
  }

  /** Whether an object has to be restored before it can be read. */
  boolean isArchive() {
    return ARCHIVES.contains(storageClass);
  }

  Storage with(Optional<Restoration> newRestoration) {
    return new Storage(storageClass, encryption, newRestoration);
  }
}
