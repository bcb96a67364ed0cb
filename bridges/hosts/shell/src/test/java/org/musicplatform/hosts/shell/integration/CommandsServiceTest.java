package org.musicplatform.hosts.shell.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.lang.reflect.Proxy;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.musicplatform.cnf.framework.TestFramework;
import org.musicplatform.core.api.CoreService;

class CommandsServiceTest {

    @Test
    void the_commands_come_and_go_with_the_core() {
        try (var framework = TestFramework.start()) {
            framework.install("com.fasterxml.jackson.core.jackson-core");
            framework.install("picocli");
            framework.installOwn();
            assertEquals(null, framework.find(Function.class));
            var core = framework.register(CoreService.class, core(), 0);
            assertNotNull(framework.await(Function.class));
            var better = framework.register(CoreService.class, core(), 10);
            core.unregister();
            assertNotNull(framework.await(Function.class));
            better.unregister();
            framework.awaitGone(Function.class);
        }
    }

    private static CoreService core() {
        return (CoreService) Proxy.newProxyInstance(
                CoreService.class.getClassLoader(),
                new Class<?>[] {CoreService.class},
                (proxy, method, arguments) -> method.getName().equals("hashCode") ? 1 : null);
    }
}
