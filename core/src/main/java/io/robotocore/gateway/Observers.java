package io.robotocore.gateway;

import io.robotocore.CallObserver;
import java.util.List;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/** Those who hear of every call; looked up when the first call is made. */
final class Observers {

  private volatile @Nullable List<CallObserver> observers;

  void called(String service, String operation) {
    @Nullable List<CallObserver> known = observers;
    if (known == null) {
      known =
          ServiceLoader.load(CallObserver.class).stream().map(ServiceLoader.Provider::get).toList();
      observers = known;
    }
    for (CallObserver observer : known) {
      observer.called(service, operation);
    }
  }
}
