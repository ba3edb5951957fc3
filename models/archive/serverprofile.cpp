// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/archive/serverprofile.h"

#include "models/archive/rowbinary.h"
#include "models/core/text.h"
#include "models/core/translation.h"

#include <array>
#include <map>
#include <string>
#include <vector>

namespace Trailglass {

namespace {

using namespace Qt::StringLiterals;

/// What happens with a setting that the user may not send.
enum class Need
{
    Exact, ///< with another value results may be wrong: it is refused
    Better, ///< it works without
};

struct KnownSetting
{
    std::string_view name;
    std::string_view value;
    Need need;
    ServerProfile::Use use;
};

constexpr auto ForQuery = ServerProfile::Use::Query;
constexpr auto ForInsert = ServerProfile::Use::Insert;

/// \source src/Core/Settings.cpp of ClickHouse
constexpr std::array Known{
    // Parts of a result are never left out in silence.
    KnownSetting{"skip_unavailable_shards", "0", Need::Exact, ForQuery},
    KnownSetting{"distributed_group_by_no_merge", "0", Need::Exact, ForQuery},
    KnownSetting{"read_overflow_mode", "throw", Need::Exact, ForQuery},
    KnownSetting{"read_overflow_mode_leaf", "throw", Need::Exact, ForQuery},
    KnownSetting{"group_by_overflow_mode", "throw", Need::Exact, ForQuery},
    KnownSetting{"sort_overflow_mode", "throw", Need::Exact, ForQuery},
    KnownSetting{"result_overflow_mode", "throw", Need::Exact, ForQuery},
    KnownSetting{"timeout_overflow_mode", "throw", Need::Exact, ForQuery},
    KnownSetting{"timeout_overflow_mode_leaf", "throw", Need::Exact, ForQuery},
    KnownSetting{"set_overflow_mode", "throw", Need::Exact, ForQuery},
    KnownSetting{"distinct_overflow_mode", "throw", Need::Exact, ForQuery},
    KnownSetting{"transfer_overflow_mode", "throw", Need::Exact, ForQuery},
    KnownSetting{"limit", "0", Need::Exact, ForQuery},
    KnownSetting{"offset", "0", Need::Exact, ForQuery},
    // Nor are old ones given.
    KnownSetting{"use_query_cache", "0", Need::Exact, ForQuery},
    KnownSetting{"fallback_to_stale_replicas_for_distributed_queries", "0", Need::Better, ForQuery},
    KnownSetting{"max_replica_delay_for_distributed_queries", "1", Need::Better, ForQuery},
    // They change how many rows there are, or of which types.
    KnownSetting{"empty_result_for_aggregation_by_empty_set", "0", Need::Exact, ForQuery},
    KnownSetting{"aggregate_functions_null_for_empty", "0", Need::Exact, ForQuery},
    KnownSetting{"group_by_use_nulls", "0", Need::Exact, ForQuery},
    // Over a hundred headers Qt 6.4 gives the framing of the body as the body.
    KnownSetting{"send_progress_in_http_headers", "0", Need::Exact, ForQuery},
    // Filters with thousands of values.
    KnownSetting{"max_query_size", "16777216", Need::Better, ForQuery},
    KnownSetting{"max_ast_elements", "500000", Need::Better, ForQuery},
    KnownSetting{"max_expanded_ast_elements", "5000000", Need::Better, ForQuery},
    // The rows are there when the server says so, also on the shard that they belong to.
    KnownSetting{"async_insert", "0", Need::Exact, ForInsert},
    KnownSetting{"insert_distributed_sync", "1", Need::Exact, ForInsert},
    KnownSetting{"distributed_foreground_insert", "1", Need::Exact, ForInsert},
};

constexpr std::string_view VersionRow = "version";
constexpr std::string_view ReadOnlySetting = "readonly";
constexpr std::string_view CompressionSetting = "enable_http_compression";

/// \source system.settings
constexpr int ReadOnlyWithoutSettings = 1;

QString latin(std::string_view text)
{
    return QString::fromLatin1(text.data(), static_cast<qsizetype>(text.size()));
}

/// Two numbers of `26.7.2.1`.
std::pair<int, int> releaseOf(const QString &version)
{
    const QStringList parts = version.split(u'.');
    return {parts.value(0).toInt(), parts.value(1).toInt()};
}

Error careless(const KnownSetting &setting, const std::string &value, const ArchivePlace &place)
{
    return {.kind = ErrorKind::Forbidden,
            .message =
                Trailglass::tr(
                    "The user “%1” of the archive at %2 may not change settings (readonly=1), and with "
                    "the server's "
                    "%3=%4 results could be wrong without a notice. Have the profile of the user "
                    "changed to %3=%5, or "
                    "to readonly=2.")
                    .arg(place.user(), place.server(), latin(setting.name), visibleText(value),
                         latin(setting.value))};
}

} // namespace

ArchiveSql ServerProfile::query()
{
    std::vector<std::string> names{std::string(ReadOnlySetting), std::string(CompressionSetting)};
    for (const KnownSetting &setting : Known)
        names.emplace_back(setting.name);
    return ArchiveSql("SELECT ") + ArchiveSql::literal(VersionRow)
        + " AS name, version() AS value UNION ALL SELECT name, value FROM system.settings WHERE "
        + isOneOf(ArchiveSql::identifier("name"), names);
}

Result<ServerProfile> ServerProfile::read(const QByteArray &rows, const ArchivePlace &place)
{
    RowBinaryReader reader(rows);
    std::map<std::string, std::string, std::less<>> values;
    while (!reader.atEnd()) {
        std::string name(reader.readText());
        std::string value(reader.readText());
        TRY(reader.check());
        values.insert_or_assign(std::move(name), std::move(value));
    }
    ServerProfile profile;
    profile.m_version = visibleText(values[std::string(VersionRow)]);
    profile.m_release = releaseOf(profile.m_version);
    if (profile.m_release.first == 0) {
        return Error{
            .kind = ErrorKind::Malformed,
            .message =
                Trailglass::tr(
                    "%1 does not say which version of ClickHouse it is. Check the address of the archive.")
                    .arg(place.server())};
    }
    if (!profile.isAtLeast(OldestMajor, OldestMinor)) {
        return Error{.kind = ErrorKind::Unsupported,
                     .message = Trailglass::tr("The server at %1 is ClickHouse %2. An archive needs %3.%4 or "
                                               "later. Ask its administrator to update it.")
                                    .arg(place.server(), profile.m_version, QString::number(OldestMajor),
                                         QString::number(OldestMinor))};
    }
    const int readOnly = QString::fromStdString(values[std::string(ReadOnlySetting)]).toInt();
    profile.m_isReadOnly = readOnly != 0;
    for (const KnownSetting &setting : Known) {
        const auto found = values.find(setting.name);
        if (found == values.end())
            continue;
        if (readOnly != ReadOnlyWithoutSettings) {
            const std::pair sent(latin(setting.name), latin(setting.value));
            profile.m_insert.append(sent); // which may read rows, too
            if (setting.use == Use::Query)
                profile.m_query.append(sent);
        } else if (setting.use == Use::Query && setting.need == Need::Exact
                   && found->second != setting.value) {
            return careless(setting, found->second, place);
        }
    }
    if (readOnly != ReadOnlyWithoutSettings && values.contains(CompressionSetting)) {
        // gzip ends with a length and a checksum: Qt sometimes takes the part of a response for the whole when its
        // connection is reset.
        profile.m_query.emplaceBack(latin(CompressionSetting), u"1"_s);
    }
    return profile;
}

ArchiveDialect ServerProfile::dialect() const
{
    return isAtLeast(20, 3) ? ArchiveDialect::Modern : ArchiveDialect::Plain;
}

} // namespace Trailglass
