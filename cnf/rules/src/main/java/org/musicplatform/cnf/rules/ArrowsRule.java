package org.musicplatform.cnf.rules;

import java.io.File;
import java.util.List;
import javax.inject.Inject;
import javax.inject.Named;
import org.apache.maven.enforcer.rule.api.AbstractEnforcerRule;
import org.apache.maven.enforcer.rule.api.EnforcerRuleException;
import org.apache.maven.project.MavenProject;

/** {@code <arrows/>}: fails the build of a bundle whose packages go where the house does not let them. */
@Named("arrows")
public final class ArrowsRule extends AbstractEnforcerRule {

    private final MavenProject project;

    @Inject
    public ArrowsRule(MavenProject project) {
        this.project = project;
    }

    @Override
    public void execute() throws EnforcerRuleException {
        File jar = project.getArtifact().getFile();
        if (jar == null || !jar.isFile()) {
            return;
        }
        List<String> faults = Arrows.check(project.getArtifactId(), jar);
        if (!faults.isEmpty()) {
            throw new EnforcerRuleException(
                    project.getArtifactId() + " breaks the arrows of the house:\n  - " + String.join("\n  - ", faults));
        }
    }
}
