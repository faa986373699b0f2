package io.robotocore.services.s3;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.services.s3.model.RestoreObjectRequest;
import software.amazon.awssdk.services.s3.model.RestoreObjectResponse;
import software.amazon.awssdk.services.s3.model.RestoreRequest;

/** The operation that brings archived objects back for some days. */
interface Restores extends Relabelling {

  /**
   * Asks for a copy of an archived object, or keeps the one that there is for longer.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_RestoreObject.html">RestoreObject</a>
   */
  @Override
  default RestoreObjectResponse restoreObject(RestoreObjectRequest in) {
    Address at = new Address(bucket(in, "s3:RestoreObject"), in.key());
    RestoreRequest request =
        Optional.ofNullable(in.restoreRequest()).orElseThrow(S3Error::malformedXml);
    if (request.days() == null || request.days() < 1) {
      throw S3Error.malformedXml();
    }
    Optional<String> versionId = Optional.ofNullable(in.versionId());
    boolean renewed = readable(object(at, versionId)).isPresent();
    StoredObject restored =
        relabel(at, versionId, object -> object.with(restored(object, request)));
    if (!renewed) {
      begun(at, restored);
    }
    return (RestoreObjectResponse)
        RestoreObjectResponse.builder()
            .sdkHttpResponse(SdkHttpResponse.builder().statusCode(renewed ? 200 : 202).build())
            .build();
  }

  private void begun(Address at, StoredObject restored) {
    Restoration restoration = restored.storage().restoration().orElseThrow();
    happened(new Change("ObjectRestore:Post", at.bucket(), at.key(), restored));
    Restored event = new Restored(at.bucket().name(), at.key(), restored.id());
    state().due().plan(event.toString(), restoration.ready(), event);
  }

  private Optional<Restoration> readable(StoredObject object) {
    return object.storage().restoration().filter(copy -> copy.isReadable(now()));
  }

  private Storage restored(StoredObject object, RestoreRequest request) {
    Storage storage = object.storage();
    if (!storage.isArchive()) {
      throw ObjectError.notArchived(storage.storageClass());
    }
    if (storage.restoration().filter(copy -> copy.isOngoing(now())).isPresent()) {
      throw ObjectError.restoreInProgress();
    }
    Restoration restoration =
        readable(object)
            .map(copy -> copy.prolonged(now(), request.days()))
            .orElseGet(() -> Restoration.begun(now(), duration(storage, request), request.days()));
    return storage.with(Optional.of(restoration));
  }

  private static Duration duration(Storage storage, RestoreRequest request) {
    String tier =
        Optional.ofNullable(request.tierAsString())
            .or(
                () ->
                    Optional.ofNullable(request.glacierJobParameters())
                        .map(parameters -> parameters.tierAsString()))
            .orElse("Standard");
    boolean deep = storage.storageClass().equals("DEEP_ARCHIVE");
    return switch (tier) {
      case "Expedited" -> {
        if (deep) {
          throw S3Error.invalidArgument(
              "Retrieval option is not supported by this storage class",
              Map.of("ArgumentName", "Tier", "ArgumentValue", tier));
        }
        yield Duration.ofMinutes(5);
      }
      case "Standard" -> Duration.ofHours(deep ? 12 : 5);
      case "Bulk" -> Duration.ofHours(deep ? 48 : 12);
      default -> throw S3Error.malformedXml();
    };
  }

  /** Tells that a copy can be read, which was to be ready now. */
  default void completed(Restored event) {
    Optional<Bucket> bucket = state().buckets().get(event.bucket());
    bucket
        .flatMap(there -> contents(there).find(event.key()))
        .flatMap(versions -> versions.find(event.versionId()))
        .filter(
            version ->
                version instanceof StoredObject object
                    && object.storage().restoration().isPresent())
        .ifPresent(
            version ->
                happened(
                    new Change(
                        "ObjectRestore:Completed", bucket.orElseThrow(), event.key(), version)));
  }

  /** Which object's copy is ready. */
  record Restored(String bucket, String key, String versionId) implements Due {
    @Override
    public void happen(S3 s3) {
      s3.completed(this);
    }
  }
}
