/** The codecs against the marshallers and unmarshallers of the SDK's own clients. */
package io.robotocore.roundtrip;
