/**
 * AWS Security Token Service, all of its operations.
 *
 * <p>The credentials that it issues work in every service afterwards, until they expire by the
 * emulator's clock, and whoever uses them is the role session, federated user or root user that
 * they were issued to.
 *
 * <p>Not here: roles, identity providers and policies are not looked up, because IAM keeps them, so
 * every role can be assumed by everybody for up to twelve hours, and session policies are read but
 * grant and deny nothing. MFA codes and the signatures of SAML assertions and of incoming web
 * identity tokens are not verified. How full the packed policies are ({@code PackedPolicySize}) is
 * an estimate, as AWS does not say how it packs. The keys that sign outgoing web identity tokens
 * travel with them in the header {@code jwk}, because their issuer's address is not served.
 * Authorization messages and trade-in tokens are never issued here, so there is none that could be
 * decoded or exchanged.
 *
 * @see <a href="https://docs.aws.amazon.com/STS/latest/APIReference/welcome.html">API reference</a>
 */
@NullMarked
package io.robotocore.services.sts;

import org.jspecify.annotations.NullMarked;
