// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/workspace/bugreport.h"

#include "models/config/settings.h"
#include "models/core/printedjson.h"
#include "models/core/text.h"
#include "models/core/translation.h"
#include "models/query/index/savedindex.h"
#include "models/sources/source.h"
#include "models/store/databasefile.h"
#include "models/store/eventreader.h"
#include "models/store/integrity.h"
#include "models/store/workspace.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QLibraryInfo>
#include <QLocale>
#include <QRegularExpression>
#include <QStorageInfo>
#include <QSysInfo>
#include <QThread>

#include <sqlite3.h>

using namespace Qt::StringLiterals;

namespace Trailglass {
namespace {

using Section = BugReport::Section;

/// Without the name of the machine, which QSysInfo has too.
Section systemSection(const Clock &clock)
{
    return {u"system"_s,
            {{u"time"_s, toQString(formatTime(clock.now()))},
             {u"trailglass"_s, QStringLiteral(TRAILGLASS_VERSION)},
             {u"qt"_s, QString::fromLatin1(qVersion())},
             {u"qt_build"_s, QString::fromLatin1(QLibraryInfo::build())},
             {u"sqlite"_s, QString::fromLatin1(sqlite3_libversion())},
             {u"os"_s, QSysInfo::prettyProductName()},
             {u"kernel"_s, QString(QSysInfo::kernelType() + u' ' + QSysInfo::kernelVersion())},
             {u"processor"_s, QSysInfo::currentCpuArchitecture()},
             {u"threads"_s, QThread::idealThreadCount()},
             {u"language"_s, QLocale().name()},
             {u"session"_s, qEnvironmentVariable("XDG_SESSION_TYPE", u"none"_s)}}};
}

Section settingsSection(const BugReportRequest &request)
{
    Settings settings(request.settingsFile);
    settings.setWorkspace(WorkspacePaths::of(request.workspace).folder);
    const auto groups = settings.filterGroups();
    return {u"settings"_s,
            {{u"readable"_s, !settings.error()},
             {u"appearance"_s, settings.appearance()},
             {u"zone_is_utc"_s, settings.displayZone() == "UTC"},
             {u"histogram_shown"_s, settings.isHistogramShown()},
             {u"histogram_split"_s, settings.histogramSplit()},
             {u"filter_groups"_s, groups ? QJsonValue(groups->size()) : QJsonValue()},
             {u"keychain"_s, request.keychainError ? errorKindName(*request.keychainError) : u"ok"_s}}};
}

Section databaseSection(const WorkspacePaths &paths)
{
    const QStorageInfo storage(paths.folder);
    Section section{u"database"_s,
                    {{u"default_place"_s, paths.folder == WorkspacePaths::of({}).folder},
                     {u"file_system"_s, QString::fromLatin1(storage.fileSystemType())},
                     {u"free_bytes"_s, storage.bytesAvailable()},
                     {u"read_only"_s, storage.isReadOnly()},
                     {u"bytes"_s, QFileInfo(paths.database).size()},
                     {u"wal_bytes"_s, QFileInfo(paths.database + "-wal"_L1).size()}}};
    const auto file = inspectDatabase(paths.database);
    if (!file)
        section.entries.append({u"error"_s, errorKindName(file.error().kind)});
    else
        section.entries.append(
            {u"schema_version"_s, file->exists ? QJsonValue(file->version) : QJsonValue()});
    return section;
}

Result<Section> countsSection(const QString &workspace, const CancelToken &cancel)
{
    TRY(const WorkspaceStatistics statistics, readStatistics(workspace, cancel));
    Section section{u"counts"_s,
                    {{u"events"_s, statistics.events},
                     {u"removed"_s, statistics.removed},
                     {u"quarantined"_s, statistics.quarantined},
                     {u"conflicting"_s, statistics.conflicting},
                     {u"raw_bytes"_s, statistics.rawBytes},
                     {u"packed_bytes"_s, statistics.packedBytes}}};
    for (const auto &[field, texts] : statistics.dictionaries)
        section.entries.append({"distinct_"_L1 + field, texts});
    TRY(const auto reader, EventReader::open(workspace));
    TRY(const QList<Preset> presets, reader->presets());
    section.entries.append({u"presets"_s, presets.size()});
    return section;
}

Result<Section> indexSection(const QString &workspace)
{
    TRY(const SavedIndexSize size, savedIndexSize(workspace));
    return Section{u"index"_s,
                   {{u"full_segments"_s, size.fullSegments}, {u"saved_segments"_s, size.savedSegments}}};
}

/// The text of an error quotes servers and names sources; only its HTTP status is safe to pass on.
QJsonValue errorShape(const QString &message)
{
    static const QRegularExpression status(u"\\(HTTP ([1-5][0-9]{2})\\)"_s);
    if (message.isEmpty())
        return {};
    const QRegularExpressionMatch match = status.match(message);
    return match.hasMatch() ? QString("HTTP "_L1 + match.captured(1)) : u"without an HTTP status"_s;
}

QJsonObject secretPlaces(const QMap<QString, SecretReference> &secrets)
{
    QMap<SecretReference::Kind, int> counts;
    for (const SecretReference &reference : secrets)
        ++counts[reference.kind];
    using Kind = SecretReference::Kind;
    return {{u"keychain"_s, counts.value(Kind::Keychain)},
            {u"environment"_s, counts.value(Kind::Environment)},
            {u"file"_s, counts.value(Kind::File)},
            {u"session"_s, counts.value(Kind::Session)}};
}

Section describeType(const SourceRecord &source)
{
    const Source *vendor = findSource(source.type);
    if (!vendor)
        return {u"source"_s, {{u"type"_s, u"unknown"_s}}};
    const SourceType &type = vendor->type();
    QJsonArray keys;
    for (const SettingField &field : type.settings) {
        if (source.settings.contains(field.key))
            keys.append(field.key);
    }
    const auto settings = SourceSettings::fromValues(type, source.settings);
    const bool isVendorsOwn = settings && type.isVendorsOwn(settings->origin());
    return {u"source"_s,
            {{u"type"_s, type.name},
             {u"settings"_s, keys},
             {u"settings_valid"_s, bool(settings)},
             {u"server"_s, isVendorsOwn ? u"the vendor's"_s : u"another"_s}}};
}

Result<Section> sourceSection(const EventReader &reader, const SourceRecord &source)
{
    TRY(const SourceState state, reader.sourceState(source.id));
    TRY(const auto coverage, reader.coverage(source.id));
    Section section = describeType(source);
    section.entries += {{u"number"_s, source.id.value},
                        {u"removed"_s, source.removed},
                        {u"secrets"_s, secretPlaces(source.secrets)},
                        {u"events"_s, state.events},
                        {u"intervals_covered"_s, static_cast<qint64>(coverage.size())},
                        {u"has_checkpoint"_s, !state.checkpoint.isEmpty()},
                        {u"was_synced"_s, state.lastSuccess.has_value()},
                        {u"last_error"_s, errorShape(state.lastError)}};
    return section;
}

Result<QList<Section>> sourceSections(const QString &workspace)
{
    TRY(const auto reader, EventReader::open(workspace));
    TRY(const QList<SourceRecord> sources, reader->sources());
    QList<Section> sections;
    for (const SourceRecord &source : sources) {
        TRY(Section section, sourceSection(*reader, source));
        sections.append(std::move(section));
    }
    return sections;
}

/// How many problems there are; their sentences may quote events.
Section checkSection(const Result<QStringList> &problems)
{
    return {u"check"_s,
            {{u"problems"_s, problems ? QJsonValue(problems->size()) : QJsonValue()},
             {u"error"_s, problems ? QJsonValue() : QJsonValue(errorKindName(problems.error().kind))}}};
}

Section unreadable(const QString &name, const Error &error)
{
    return {name, {{u"error"_s, errorKindName(error.kind)}}};
}

QString valueText(const QJsonValue &value)
{
    if (value.isString())
        return value.toString();
    return QString::fromUtf8(printedJson(value));
}

} // namespace

QString BugReport::text() const
{
    QString text;
    for (const Section &section : sections) {
        text += (text.isEmpty() ? QString() : u"\n"_s) + u'[' + section.name + "]\n"_L1;
        for (const auto &[key, value] : section.entries)
            text += key + ": "_L1 + visibleText(valueText(value)) + u'\n';
    }
    return text;
}

QJsonObject BugReport::json() const
{
    QJsonObject json;
    QJsonArray sources;
    for (const Section &section : sections) {
        QJsonObject entries;
        for (const auto &[key, value] : section.entries)
            entries.insert(key, value);
        if (section.name == "source"_L1)
            sources.append(entries);
        else
            json.insert(section.name, entries);
    }
    json.insert(u"sources"_s, sources);
    return json;
}

Result<BugReport> makeBugReport(const BugReportRequest &request, const Clock &clock,
                                const CancelToken &cancel)
{
    const WorkspacePaths paths = WorkspacePaths::of(request.workspace);
    BugReport report{{systemSection(clock), settingsSection(request), databaseSection(paths)}};
    const auto file = inspectDatabase(paths.database);
    if (file && file->exists) {
        const auto counts = countsSection(request.workspace, cancel);
        report.sections.append(counts ? *counts : unreadable(u"counts"_s, counts.error()));
        const auto index = indexSection(request.workspace);
        report.sections.append(index ? *index : unreadable(u"index"_s, index.error()));
        const auto sources = sourceSections(request.workspace);
        report.sections += sources ? *sources : QList{unreadable(u"source"_s, sources.error())};
        report.sections.append(checkSection(request.check));
    }
    if (cancel.isCancelled())
        return Error{ErrorKind::Cancelled, tr("Cancelled.")};
    return report;
}

} // namespace Trailglass
