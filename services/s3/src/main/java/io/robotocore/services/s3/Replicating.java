package io.robotocore.services.s3;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import software.amazon.awssdk.services.s3.model.DeleteMarkerReplicationStatus;
import software.amazon.awssdk.services.s3.model.ReplicationConfiguration;
import software.amazon.awssdk.services.s3.model.ReplicationStatus;

/**
 * Copies objects to other buckets, as theirs wants it.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication-what-is-isnot-replicated.html">what
 *     is replicated</a>
 */
interface Replicating extends Relabelling {

  String REPLICA = ReplicationStatus.REPLICA.toString();

  /** Lets copies be made of what has changed. */
  default void replicate(Change change) {
    Optional<ReplicationConfiguration> configuration =
        change.bucket().find(ReplicationConfiguration.class);
    if (configuration.isEmpty()) {
      return;
    }
    if (change.version() instanceof StoredObject object) {
      replicate(change, object, configuration.get());
    } else if (change.event().equals("ObjectRemoved:DeleteMarkerCreated")) {
      Replica.of(configuration.get(), change.key(), List.of()).stream()
          .filter(Replicating::copiesMarkers)
          .forEach(replica -> call().deliver(() -> add(change, replica, change.version())));
    }
  }

  private static boolean copiesMarkers(Replica replica) {
    return replica.rule().deleteMarkerReplication() != null
        && replica.rule().deleteMarkerReplication().status()
            == DeleteMarkerReplicationStatus.ENABLED;
  }

  private void replicate(
      Change change, StoredObject object, ReplicationConfiguration configuration) {
    List<Replica> replicas =
        Replica.of(configuration, change.key(), object.labels().tags()).stream()
            .filter(replica -> replica.includes(object))
            .toList();
    boolean isReplica = object.labels().replication().filter(REPLICA::equals).isPresent();
    if (replicas.isEmpty() || isReplica) {
      return;
    }
    Address at = new Address(change.bucket(), change.key());
    if (change.event().startsWith("ObjectCreated")) {
      status(at, object, ReplicationStatus.PENDING);
      call().deliver(() -> copy(change, object, replicas));
    } else if (change.event().matches("Object(Tagging|Acl):.*")) {
      replicas.forEach(replica -> call().deliver(() -> relabel(at, object, replica)));
    }
  }

  private void copy(Change change, StoredObject object, List<Replica> replicas) {
    boolean done = true;
    for (Replica replica : replicas) {
      Optional<Bucket> destination = state().buckets().get(replica.bucket());
      done &=
          destination.isPresent() && add(change, replica, replica.copy(object, destination.get()));
    }
    status(
        new Address(change.bucket(), change.key()),
        object,
        done ? ReplicationStatus.COMPLETED : ReplicationStatus.FAILED);
  }

  /** Adds a version to the bucket of the copies; false if that cannot take it. */
  private boolean add(Change change, Replica replica, Version version) {
    Optional<Bucket> destination =
        state()
            .atomically(
                () -> {
                  Optional<Bucket> there =
                      state().buckets().get(replica.bucket()).filter(Bucket::isVersioned);
                  there.ifPresent(
                      bucket ->
                          state()
                              .contents()
                              .put(bucket.name(), contents(bucket).plus(change.key(), version)));
                  return there;
                });
    destination.ifPresent(
        bucket -> happened(new Change(event(version), bucket, change.key(), version)));
    return destination.isPresent();
  }

  private static String event(Version version) {
    return version instanceof DeleteMarker
        ? "ObjectRemoved:DeleteMarkerCreated"
        : "ObjectCreated:Put";
  }

  private void status(Address at, StoredObject object, ReplicationStatus status) {
    change(at, object.id(), there -> there.labels().replicated(status.toString()));
  }

  private void relabel(Address source, StoredObject object, Replica replica) {
    state()
        .buckets()
        .get(replica.bucket())
        .ifPresent(
            bucket ->
                change(
                    new Address(bucket, source.key()),
                    object.id(),
                    there ->
                        there
                            .labels()
                            .tagged(object.labels().tags())
                            .granted(object.labels().grants())));
  }

  /** Changes the labels of a version that may have gone in the meantime. */
  private void change(Address at, String id, Function<StoredObject, Labels> labels) {
    state()
        .run(
            () ->
                state()
                    .contents()
                    .get(at.bucket().name())
                    .flatMap(contents -> contents.find(at.key()))
                    .flatMap(versions -> versions.find(id))
                    .filter(StoredObject.class::isInstance)
                    .ifPresent(
                        version ->
                            relabel(
                                at, Optional.of(id), there -> there.with(labels.apply(there)))));
  }
}
