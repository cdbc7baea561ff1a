package org.teestriage.web.keycloak;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.teestriage.web.SignedIn;

record Claims(String subject, @Nullable String name, Set<String> groups) {

    private static final int PAYLOAD = 1;

    Claims {
        groups = Set.copyOf(groups);
    }

    /** Decodes a token whose signature has already been verified. */
    static Claims ofVerified(String token) {
        byte[] payload = Base64.getUrlDecoder().decode(token.split("\\.", -1)[PAYLOAD]);
        return of(new JsonObject(new String(payload, StandardCharsets.UTF_8)));
    }

    static Claims of(JsonObject told) {
        return new Claims(
                Objects.requireNonNull(told.getString("sub"), "sub"),
                told.getString("name"),
                SignedIn.groups(
                        list(told, "roles"),
                        told.getString("agency"),
                        list(told, "hubs"),
                        list(told, "authorities"),
                        told.getString("professional_role")));
    }

    private static Set<String> list(JsonObject told, String claim) {
        return told.getJsonArray(claim, new JsonArray()).stream()
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .collect(Collectors.toSet());
    }

    /** The verified identity with these groups instead of its own roles. */
    SecurityIdentity over(SecurityIdentity verified) {
        QuarkusSecurityIdentity.Builder builder = QuarkusSecurityIdentity.builder()
                .setPrincipal(verified.getPrincipal())
                .addAttributes(verified.getAttributes())
                .addCredentials(verified.getCredentials())
                .addRoles(groups);
        if (name != null) {
            builder.addAttribute(SignedIn.NAME, name);
        }
        return builder.build();
    }
}
