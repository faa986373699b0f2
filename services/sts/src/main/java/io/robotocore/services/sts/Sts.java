package io.robotocore.services.sts;

import io.robotocore.service.Call;
import io.robotocore.service.Constraints;
import io.robotocore.service.Extent;
import io.robotocore.service.Service;
import software.amazon.awssdk.services.sts.StsClient;

/** AWS Security Token Service. */
record Sts(Call call, StsState state)
    implements Identities, UserSessions, Roles, SamlRoles, WebIdentityRoles, Tokens {

  static final Service<StsClient, StsState> SERVICE =
      Service.of(StsClient.class, StsState::new, Sts::new)
          .livesPer(Extent.PARTITION)
          .takesLong("GetWebIdentityToken")
          .checks(Constraints.ALL);
}
