package org.teestriage.web;

import io.quarkus.arc.All;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.lang.annotation.Annotation;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.core.multipart.FormData;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;
import org.jspecify.annotations.Nullable;
import org.teestriage.platform.text.ImageText;

class ErrorRenderingFilter {

    private final List<ErrorRenderer> doors;

    ErrorRenderingFilter(@All List<ErrorRenderer> doors) {
        this.doors = doors;
    }

    static ErrorRenderer door(List<ErrorRenderer> doors, String path) {
        return doors.stream().filter(door -> door.handles(path)).findFirst().orElseThrow();
    }

    @ServerResponseFilter
    public void renderError(ResteasyReactiveContainerRequestContext request, ContainerResponseContext response) {
        String path = request.getUriInfo().getPath();
        ErrorRenderer door = door(doors, path);
        if (response.getEntity() instanceof Problem problem && !door.sendsProblemJson()) {
            response.getHeaders().remove(HttpHeaders.WWW_AUTHENTICATE);
            ErrorRenderer.Words words = door.renderError(problem.trouble(path, sent(request)));
            // As bytes: for a String the framework allocates three times its length.
            response.setEntity(
                    words.body().getBytes(StandardCharsets.UTF_8),
                    new Annotation[0],
                    MediaType.valueOf(words.mediaType()));
        }
    }

    private static Map<String, List<String>> sent(ResteasyReactiveContainerRequestContext request) {
        @Nullable FormData form = ((ResteasyReactiveRequestContext) request.getServerRequestContext()).getFormData();
        Map<String, List<String>> sent = new LinkedHashMap<>();
        if (form != null) {
            form.forEach(name -> sent.put(
                    name,
                    form.get(name).stream()
                            .filter(value -> !value.isFileItem())
                            .map(value -> ImageText.without(value.getValue()))
                            .toList()));
        }
        return sent;
    }
}
