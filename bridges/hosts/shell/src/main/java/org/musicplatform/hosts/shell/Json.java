package org.musicplatform.hosts.shell;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.musicplatform.core.api.Health;
import org.musicplatform.core.api.InstalledBundle;
import org.musicplatform.core.api.library.Album;
import org.musicplatform.core.api.library.Annotation;
import org.musicplatform.core.api.library.Artist;
import org.musicplatform.core.api.library.Companion;
import org.musicplatform.core.api.library.Decision;
import org.musicplatform.core.api.library.Duplicate;
import org.musicplatform.core.api.library.DuplicatePolicy;
import org.musicplatform.core.api.library.Explanation;
import org.musicplatform.core.api.library.FieldValue;
import org.musicplatform.core.api.library.Folder;
import org.musicplatform.core.api.library.FolderEntry;
import org.musicplatform.core.api.library.Genre;
import org.musicplatform.core.api.library.LibraryCounts;
import org.musicplatform.core.api.library.LibraryMigration;
import org.musicplatform.core.api.library.Listener;
import org.musicplatform.core.api.library.Page;
import org.musicplatform.core.api.library.Play;
import org.musicplatform.core.api.library.Playlist;
import org.musicplatform.core.api.library.PlaylistEntry;
import org.musicplatform.core.api.library.PlaylistImport;
import org.musicplatform.core.api.library.SearchResults;
import org.musicplatform.core.api.library.StoredArtwork;
import org.musicplatform.core.api.library.Track;
import org.musicplatform.core.api.library.TrackDetails;
import org.musicplatform.core.api.library.TrackFile;
import org.musicplatform.core.api.library.UserDataCounts;
import org.musicplatform.core.api.library.UserDataReport;
import org.musicplatform.core.api.metadata.Lyrics;
import org.musicplatform.core.api.playback.PlaybackReport;
import org.musicplatform.core.api.playback.PlayerStatus;
import org.musicplatform.core.api.plugin.PluginInfo;
import org.musicplatform.core.api.source.SourceAccount;
import org.musicplatform.core.api.source.SourceStatus;
import org.musicplatform.core.api.sync.HeldSource;
import org.musicplatform.core.api.sync.SyncReport;
import org.musicplatform.core.api.sync.SyncStatus;
import org.musicplatform.core.api.sync.WatchStatus;

/** The documents of {@code --json}. What is not known is null, never left out; times are ISO 8601, lengths in ms. */
final class Json {

    private static final JsonFactory FACTORY = new JsonFactory();

    private final JsonGenerator json;

    private Json(JsonGenerator json) {
        this.json = json;
    }

    /** Writes the inside of a document. */
    @FunctionalInterface
    interface Document {
        void write(Json json) throws IOException;
    }

    static void print(PrintStream out, Document document) {
        try (var generator = FACTORY.createGenerator((OutputStream) out)) {
            generator.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            generator.writeStartObject();
            document.write(new Json(generator));
            generator.writeEndObject();
            generator.writeRaw('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void error(PrintStream out, String code, String message) {
        print(out, document -> {
            document.json.writeObjectFieldStart("error");
            document.field("code", code).field("message", message);
            document.json.writeEndObject();
        });
    }

    void report(SyncReport report) throws IOException {
        var status = report.status();
        var counts = status.counts();
        field("job", status.job()).field("state", status.state());
        field("reason", status.reason().isEmpty() ? null : status.reason());
        field("files", counts.files()).field("added", counts.added()).field("updated", counts.updated());
        field("unchanged", counts.unchanged())
                .field("missing", counts.missing())
                .field("failed", counts.failed());
        json.writeNumberField("seconds", status.elapsed().toMillis() / 1000.0);
        array("failures", report.failures(), f -> field("path", f.path())
                .field("code", f.code())
                .field("reason", f.reason()));
    }

    void jobs(List<SyncStatus> jobs) throws IOException {
        array("jobs", jobs, job -> {
            var counts = job.counts();
            field("id", job.job()).field("state", job.state()).field("started", job.started());
            strings("sources", job.sources().stream().map(String::valueOf).toList());
            field("reason", job.reason().isEmpty() ? null : job.reason());
            field("percent", job.progress().percent())
                    .field("files", counts.files())
                    .field("done", counts.done());
            field("added", counts.added()).field("updated", counts.updated()).field("unchanged", counts.unchanged());
            field("missing", counts.missing()).field("failed", counts.failed());
            json.writeNumberField("seconds", job.elapsed().toMillis() / 1000.0);
        });
    }

    void held(List<HeldSource> held) throws IOException {
        array("held", held, each -> {
            field("id", each.source().id()).field("location", each.source().location());
            field("reason", each.reason()).field("files", each.files());
            strings("paths", each.paths());
        });
    }

    void settled(SourceAccount source, long missing) throws IOException {
        field("id", source.id()).field("location", source.location()).field("missing", missing);
    }

    void watches(List<WatchStatus> watches) throws IOException {
        array("watches", watches, watch -> field("source", watch.source())
                .field("state", watch.state())
                .field("reason", watch.reason().isEmpty() ? null : watch.reason())
                .field("remedy", watch.remedy().isEmpty() ? null : watch.remedy()));
    }

    void search(SearchResults found) throws IOException {
        array("tracks", found.tracks(), this::track);
        array("albums", found.albums(), this::album);
        array("artists", found.artists(), this::artist);
        array("playlists", found.playlists(), this::playlist);
        array("genres", found.genres(), genre -> field("name", genre.name()).field("tracks", genre.tracks()));
        array("folders", found.folders(), this::folder);
        array("lyrics", found.lyrics(), match -> {
            field("line", match.line());
            track(match.track());
        });
        array("files", found.files(), file -> field("id", file.id())
                .field("source", file.source())
                .field("path", file.path()));
        json.writeBooleanField("more", found.more());
    }

    void tracks(Page<Track> page) throws IOException {
        array("tracks", page.items(), this::track);
        field("next", page.next());
    }

    void albums(Page<Album> page) throws IOException {
        array("albums", page.items(), this::album);
        field("next", page.next());
    }

    void artists(Page<Artist> page) throws IOException {
        array("artists", page.items(), this::artist);
        field("next", page.next());
    }

    void genres(Page<Genre> page) throws IOException {
        array("genres", page.items(), each -> field("name", each.name()).field("tracks", each.tracks()));
        field("next", page.next());
    }

    void folders(Page<Folder> page) throws IOException {
        array("folders", page.items(), this::folder);
        field("next", page.next());
    }

    void entries(Page<FolderEntry> page) throws IOException {
        array("entries", page.items(), entry -> {
            if (entry.folder() != null) {
                folder(entry.folder());
                return;
            }
            var file = entry.file();
            field("id", file.id()).field("name", file.name()).field("size", file.size());
            field("state", file.state()).field("reason", file.reason().isEmpty() ? null : file.reason());
            field("track", file.track() == null ? null : file.track().id());
            field("title", file.track() == null ? null : file.track().title());
        });
        field("next", page.next());
    }

    private void folder(Folder folder) throws IOException {
        field("id", folder.id()).field("source", folder.source()).field("path", folder.path());
        field("name", folder.name()).field("parent", folder.parent());
        field("folders", folder.folders()).field("files", folder.files());
    }

    void tracksOf(Page<Track> page) throws IOException {
        array("tracks_list", page.items(), this::track);
    }

    void albumsOf(Page<Album> page) throws IOException {
        array("albums_list", page.items(), this::album);
    }

    void forgotten(SourceAccount source) throws IOException {
        field("forgotten", source.location());
    }

    void track(Track track) throws IOException {
        var album = track.album();
        var position = track.position();
        field("id", track.id()).field("title", track.title()).field("artist", track.artist());
        field("album", album == null ? null : album.title());
        field("album_id", album == null ? null : album.id());
        field("album_artist", album == null ? null : album.artist());
        field("track", position.track()).field("track_total", position.trackTotal());
        field("disc", position.disc()).field("disc_total", position.discTotal());
        field("date", track.date());
        strings("genres", track.genres());
        field("duration_ms", track.duration() == null ? null : track.duration().toMillis());
        annotation(track.annotation());
    }

    void playlists(List<Playlist> playlists) throws IOException {
        array("playlists", playlists, this::playlist);
    }

    private void playlist(Playlist playlist) throws IOException {
        field("id", playlist.id()).field("name", playlist.name()).field("entries", playlist.entries());
        field("waiting", playlist.waiting());
        field("duration_ms", playlist.duration().toMillis()).field("changed", playlist.changed());
        json.writeBooleanField("shared", playlist.shared());
        field("rules", playlist.rules());
    }

    void listeners(List<Listener> listeners) throws IOException {
        array("listeners", listeners, each -> field("id", each.id()).field("name", each.name()));
    }

    void userData(UserDataCounts counts) throws IOException {
        field("listeners", counts.listeners()).field("annotations", counts.annotations());
        field("plays", counts.plays()).field("playlists", counts.playlists()).field("entries", counts.entries());
        field("overrides", counts.overrides()).field("lyrics", counts.lyrics());
    }

    void userData(UserDataReport report) throws IOException {
        json.writeObjectFieldStart("read");
        userData(report.read());
        json.writeEndObject();
        field("taken", report.taken()).field("known", report.known()).field("waiting", report.waiting());
        field("refused", report.refused());
        strings("problems", report.problems());
    }

    void playlist(Playlist playlist, List<PlaylistEntry> entries) throws IOException {
        playlist(playlist);
        array("tracks", entries, entry -> {
            field("entry", entry.id()).field("id", entry.track());
            json.writeBooleanField("present", entry.present());
            field("title", entry.title()).field("artist", entry.artist()).field("album", entry.album());
            field(
                    "duration_ms",
                    entry.duration() == null ? null : entry.duration().toMillis());
            field("location", entry.location());
        });
    }

    void imported(PlaylistImport made) throws IOException {
        playlist(made.playlist());
        field("matched", made.matched()); // what waits is told of the playlist
    }

    void history(Page<Play> page) throws IOException {
        array("history", page.items(), play -> {
            field("started", play.started()).field("heard_ms", play.heard().toMillis());
            json.writeBooleanField("counted", play.counted());
            track(play.track());
        });
        field("next", page.next());
    }

    void migration(LibraryMigration migration) throws IOException {
        field("from", migration.from()).field("to", migration.to());
        strings("steps", migration.steps());
        json.writeBooleanField("dry_run", migration.dryRun());
        json.writeNumberField("seconds", migration.took().toMillis() / 1000.0);
        field("safety_copy", migration.safetyCopy());
        strings("findings", migration.findings());
    }

    void annotation(Annotation annotation) throws IOException {
        field("rating", annotation.rating() == 0 ? null : annotation.rating());
        json.writeBooleanField("favourite", annotation.favourite());
        field("plays", annotation.plays()).field("last_played", annotation.lastPlayed());
    }

    void album(Album album) throws IOException {
        field("id", album.id()).field("title", album.title()).field("artist", album.artist());
        field("year", album.year());
        json.writeBooleanField("compilation", album.compilation());
        field("tracks", album.tracks()).field("duration_ms", album.duration().toMillis());
        field("grouped_by", album.reason());
    }

    void artist(Artist artist) throws IOException {
        field("id", artist.id()).field("name", artist.name()).field("sort_name", artist.sortName());
        field("tracks", artist.tracks()).field("albums", artist.albums());
    }

    void details(TrackDetails details) throws IOException {
        track(details.track());
        field("added", details.added());
        array("credits", details.artists(), c -> field("artist_id", c.artist())
                .field("name", c.name())
                .field("role", c.role()));
        array("fields", details.fields(), this::fieldValue);
        array("files", details.files(), this::file);
        if (details.lyrics() == null) {
            json.writeNullField("lyrics");
        } else {
            json.writeObjectFieldStart("lyrics");
            lyrics(details.lyrics());
            json.writeEndObject();
        }
        array("artwork", details.artwork(), this::picture);
    }

    void lyrics(Lyrics lyrics) throws IOException {
        field("origin", lyrics.origin()).field("language", lyrics.language());
        json.writeBooleanField("synced", lyrics.synced());
        array("lines", lyrics.lines(), line -> {
            field("start_ms", line.start() == null ? null : line.start().toMillis())
                    .field("text", line.text());
            array("words", line.words(), word -> field("start_ms", word.start().toMillis())
                    .field("text", word.text()));
        });
    }

    void pictures(List<StoredArtwork> pictures) throws IOException {
        array("pictures", pictures, this::picture);
    }

    void picture(StoredArtwork picture) throws IOException {
        field("hash", picture.hash()).field("media_type", picture.mediaType());
        field("width", picture.width()).field("height", picture.height()).field("size", picture.size());
        field("kind", picture.use().kind()).field("origin", picture.use().origin());
        json.writeBooleanField("of_album", picture.use().ofAlbum());
    }

    private void fieldValue(FieldValue value) throws IOException {
        field("field", value.field());
        strings("values", value.values());
        field("origin", value.origin()).field("detail", value.detail());
    }

    private void file(TrackFile file) throws IOException {
        var properties = file.properties();
        field("id", file.id()).field("source", file.file().source().location()).field("path", file.path());
        if (file.clip() != null) {
            field("clip_start_ms", file.clip().start().toMillis());
            field(
                    "clip_end_ms",
                    file.clip().end() == null ? null : file.clip().end().toMillis());
        }
        strings("companions", file.companions().stream().map(Companion::path).toList());
        field("state", file.state()).field("reason", file.reason().isEmpty() ? null : file.reason());
        field("missing_since", file.missingSince());
        field("size", file.file().version().size())
                .field("modified", file.file().version().modified());
        field("container", properties.container()).field("codec", properties.codec());
        field(
                "duration_ms",
                properties.duration() == null ? null : properties.duration().toMillis());
        field("bitrate_kbps", properties.bitrate()).field("sample_rate", properties.sampleRate());
        field("channels", properties.channels()).field("bits_per_sample", properties.bitsPerSample());
    }

    void sources(List<SourceStatus> sources) throws IOException {
        array("sources", sources, s -> field("id", s.account().id())
                .field("provider", s.account().provider())
                .field("location", s.account().location())
                .field("state", s.state())
                .field("reason", s.reason().isEmpty() ? null : s.reason())
                .field("files", s.files())
                .field("missing", s.missing())
                .field("failed", s.failed())
                .field("last_sync", s.lastSync()));
    }

    void health(Health health, LibraryCounts counts) throws IOException {
        field("state", health.state());
        array("components", health.components(), c -> field("component", c.component())
                .field("state", c.state())
                .field("code", c.code())
                .field("message", c.message())
                .field("remedy", c.remedy())
                .field("since", c.since()));
        if (counts == null) {
            json.writeNullField("library");
            return;
        }
        json.writeObjectFieldStart("library");
        field("tracks", counts.tracks()).field("albums", counts.albums()).field("artists", counts.artists());
        field("files", counts.files()).field("missing", counts.missing()).field("failed", counts.failed());
        field("duplicates", counts.duplicates());
        json.writeEndObject();
    }

    void played(PlaybackReport report) throws IOException {
        field("state", report.end()).field("reason", report.reason().isEmpty() ? null : report.reason());
        field("played", report.played()).field("frames", report.frames());
        array("failures", report.failures(), f -> field("track", f.item().track())
                .field("title", f.item().title())
                .field("code", f.code())
                .field("reason", f.reason()));
        strings("notices", report.notices());
    }

    void player(PlayerStatus status) throws IOException {
        var item = status.item();
        var output = status.output();
        field("state", status.state()).field("reason", status.reason().isEmpty() ? null : status.reason());
        field("track", item == null ? null : item.track()).field("title", item == null ? null : item.title());
        field("artist", item == null ? null : item.artist()).field("index", status.index());
        field("position_ms", status.position().toMillis())
                .field(
                        "duration_ms",
                        status.duration() == null ? null : status.duration().toMillis());
        json.writeNumberField("volume", status.volume());
        json.writeNumberField("peak", output.peak());
        field("output", output.id()).field("format", output.format()).field("decoder", output.decoder());
        field("underruns", output.underruns());
    }

    void plugins(List<PluginInfo> plugins) throws IOException {
        array("plugins", plugins, p -> field("name", p.name())
                .field("version", p.version())
                .field("file", p.file())
                .field("state", p.state())
                .field("reason", p.reason().isEmpty() ? null : p.reason())
                .field("since", p.since()));
    }

    void bundles(List<InstalledBundle> bundles) throws IOException {
        array("bundles", bundles, b -> field("symbolic_name", b.symbolicName())
                .field("version", b.version())
                .field("state", b.state())
                .field("location", b.location()));
    }

    private <T> void array(String name, List<T> items, ElementBody<T> body) throws IOException {
        json.writeArrayFieldStart(name);
        for (T item : items) {
            json.writeStartObject();
            body.write(item);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** Writes the inside of one object. */
    @FunctionalInterface
    private interface ElementBody<T> {
        void write(T item) throws IOException;
    }

    Json strings(String name, List<String> values) throws IOException {
        json.writeArrayFieldStart(name);
        for (String value : values) {
            json.writeString(value);
        }
        json.writeEndArray();
        return this;
    }

    void explanation(Explanation explanation) throws IOException {
        field("id", explanation.id()).field("title", explanation.title());
        array("reasons", explanation.reasons(), reason -> field("about", reason.about())
                .field("subject", reason.subject())
                .field("words", reason.words()));
    }

    void decision(Decision decision) throws IOException {
        field("id", decision.id()).field("kind", decision.kind()).field("words", decision.words());
        field("made", decision.made()).field("undone", decision.undone()).strings("results", decision.results());
    }

    void decisions(Page<Decision> page) throws IOException {
        array("decisions", page.items(), this::decision);
        field("next", page.next());
    }

    void duplicates(DuplicatePolicy policy, Page<Duplicate> page) throws IOException {
        field("policy", policy);
        array("duplicates", page.items(), duplicate -> {
            field("id", duplicate.id()).field("size", duplicate.size());
            field("found", duplicate.found()).field("files", duplicate.files());
            array("copies", duplicate.copies(), copy -> field("file", copy.file())
                    .field("track", copy.track())
                    .field("title", copy.title())
                    .field("source", copy.source())
                    .field("path", copy.path())
                    .field("modified", copy.modified()));
        });
        field("next", page.next());
    }

    Json field(String name, Object value) throws IOException {
        if (value == null) {
            json.writeNullField(name);
        } else if (value instanceof Long || value instanceof Integer) {
            json.writeNumberField(name, ((Number) value).longValue());
        } else {
            json.writeStringField(name, value.toString());
        }
        return this;
    }
}
