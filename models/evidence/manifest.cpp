// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/evidence/manifest.h"

#include "models/core/text.h"
#include "models/core/translation.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace Trailglass {

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1StringView ManifestFormat("trailglass.evidence.1");

QJsonValue timeJson(const std::optional<UtcMicros> &time)
{
    return time ? QJsonValue(toQString(formatTime(*time))) : QJsonValue();
}

QJsonValue textJson(const QString &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

QJsonArray sourcesJson(const std::vector<BundleManifest::Source> &sources)
{
    QJsonArray list;
    for (const BundleManifest::Source &source : sources) {
        QJsonObject settings;
        for (auto setting = source.settings.cbegin(); setting != source.settings.cend(); ++setting)
            settings.insert(setting.key(), setting.value());
        list.append(QJsonObject{{u"name"_s, source.name},
                                {u"vendor"_s, source.vendor},
                                {u"removed"_s, source.isRemoved},
                                {u"address"_s, source.address},
                                {u"settings"_s, settings},
                                {u"events"_s, source.events}});
    }
    return list;
}

QJsonObject coverageJson(const BundleManifest &manifest)
{
    QJsonArray gaps;
    for (const BundleManifest::Gap &gap : manifest.gaps) {
        gaps.append(QJsonObject{{u"source"_s, gap.source},
                                {u"from"_s, timeJson(gap.window.from)},
                                {u"to"_s, timeJson(gap.window.to)}});
    }
    return {{u"from"_s, timeJson(manifest.interval.from)},
            {u"to"_s, timeJson(manifest.interval.to)},
            {u"gaps"_s, manifest.unknownGaps.isEmpty() ? QJsonValue(gaps) : QJsonValue()},
            {u"unknown"_s, textJson(manifest.unknownGaps)}};
}

/// Reads members, and remembers whether one that must be there was not.
class ManifestReader
{
public:
    explicit ManifestReader(const QJsonObject &object)
        : m_object(object)
    {
    }

    [[nodiscard]] QJsonObject object(const QString &key) const { return m_object.value(key).toObject(); }
    [[nodiscard]] QString text(const QString &key) const { return m_object.value(key).toString(); }
    [[nodiscard]] bool flag(const QString &key) const { return m_object.value(key).toBool(); }
    [[nodiscard]] qint64 number(const QString &key) const { return m_object.value(key).toInteger(); }
    [[nodiscard]] std::optional<UtcMicros> time(const QString &key) const
    {
        return parseTime(toUtf8(text(key)));
    }

private:
    QJsonObject m_object;
};

void readQuestion(const ManifestReader &filter, const ManifestReader &output, BundleManifest &manifest)
{
    manifest.typed = filter.text(u"typed"_s);
    manifest.canonical = filter.text(u"canonical"_s);
    manifest.resolved = filter.text(u"resolved"_s);
    manifest.now = filter.time(u"now"_s).value_or(UtcMicros());
    manifest.zone = filter.text(u"zone"_s).toUtf8();
    manifest.statesCompleteness = filter.flag(u"complete"_s);
    manifest.columns = output.text(u"columns"_s);
    manifest.sort = output.text(u"sort"_s);
    manifest.formulaGuard = output.flag(u"formula_guard"_s);
}

void readSources(const QJsonArray &list, BundleManifest &manifest)
{
    for (const QJsonValue value : list) {
        const ManifestReader entry(value.toObject());
        BundleManifest::Source source{.name = entry.text(u"name"_s),
                                      .vendor = entry.text(u"vendor"_s),
                                      .isRemoved = entry.flag(u"removed"_s),
                                      .address = entry.text(u"address"_s)};
        const QJsonObject settings = entry.object(u"settings"_s);
        for (auto setting = settings.constBegin(); setting != settings.constEnd(); ++setting)
            source.settings.insert(setting.key(), setting.value().toString());
        source.events = entry.number(u"events"_s);
        manifest.sources.push_back(std::move(source));
    }
}

void readCoverage(const QJsonObject &coverage, BundleManifest &manifest)
{
    const ManifestReader whole(coverage);
    manifest.interval = {whole.time(u"from"_s), whole.time(u"to"_s)};
    manifest.unknownGaps = whole.text(u"unknown"_s);
    const QJsonArray gaps = coverage.value(u"gaps"_s).toArray();
    for (const QJsonValue value : gaps) {
        const ManifestReader entry(value.toObject());
        const auto from = entry.time(u"from"_s);
        const auto to = entry.time(u"to"_s);
        if (from && to)
            manifest.gaps.push_back({entry.text(u"source"_s), {from, to}});
    }
}

Error noManifest()
{
    return {.kind = ErrorKind::Malformed, .message = tr("manifest.json is not the manifest of a bundle.")};
}

} // namespace

QByteArray manifestJson(const BundleManifest &manifest)
{
    const QJsonObject object{
        {u"format"_s, ManifestFormat},
        {u"program"_s,
         QJsonObject{
             {u"name"_s, u"Trailglass"_s}, {u"version"_s, manifest.version}, {u"schema"_s, manifest.schema}}},
        {u"made"_s, QJsonObject{{u"at"_s, timeJson(manifest.made)}, {u"by"_s, manifest.by}}},
        {u"case"_s, textJson(manifest.caseText)},
        {u"note"_s, textJson(manifest.note)},
        {u"filter"_s,
         QJsonObject{{u"typed"_s, manifest.typed},
                     {u"canonical"_s, manifest.canonical},
                     {u"resolved"_s, manifest.resolved},
                     {u"now"_s, timeJson(manifest.now)},
                     {u"zone"_s, QString::fromUtf8(manifest.zone)},
                     {u"complete"_s, manifest.statesCompleteness}}},
        {u"output"_s,
         QJsonObject{{u"columns"_s, manifest.columns},
                     {u"sort"_s, manifest.sort},
                     {u"formula_guard"_s, manifest.formulaGuard}}},
        {u"events"_s,
         QJsonObject{{u"count"_s, manifest.events},
                     {u"first"_s, timeJson(manifest.first)},
                     {u"last"_s, timeJson(manifest.last)},
                     {u"missing"_s, textJson(manifest.missing)}}},
        {u"sources"_s, sourcesJson(manifest.sources)},
        {u"coverage"_s, coverageJson(manifest)},
        {u"quarantined"_s,
         QJsonObject{{u"unreadable"_s, manifest.unreadable}, {u"conflicting"_s, manifest.conflicting}}},
        {u"tree"_s,
         QJsonObject{{u"origin"_s, manifest.origin},
                     {u"size"_s, manifest.size},
                     {u"root"_s, QString::fromLatin1(hex(manifest.root))}}}};
    return QJsonDocument(object).toJson(QJsonDocument::Indented);
}

Result<BundleManifest> parseManifest(const QByteArray &json)
{
    const QJsonDocument document = QJsonDocument::fromJson(json);
    const QJsonObject object = document.object();
    const QString format = object.value(u"format"_s).toString();
    if (!document.isObject() || format.isEmpty())
        return noManifest();
    if (format != ManifestFormat) {
        return Error{.kind = ErrorKind::Malformed,
                     .message =
                         tr("manifest.json has the format “%1”, which this version does not know. A later "
                            "version of Trailglass may verify the bundle.")
                             .arg(visibleText(format))};
    }
    const QJsonValue count = object.value(u"events"_s).toObject().value(u"count"_s);
    const QJsonObject tree = object.value(u"tree"_s).toObject();
    const auto root = digestFromHex(tree.value(u"root"_s).toString().toLatin1());
    BundleManifest manifest;
    manifest.events = count.toInteger(-1);
    manifest.origin = tree.value(u"origin"_s).toString();
    manifest.size = tree.value(u"size"_s).toInteger(-1);
    if (manifest.events < 0 || manifest.size < 0 || manifest.origin.isEmpty() || !root)
        return noManifest();
    manifest.root = *root;

    const ManifestReader whole(object);
    const ManifestReader program(whole.object(u"program"_s));
    const ManifestReader made(whole.object(u"made"_s));
    const ManifestReader events(whole.object(u"events"_s));
    const ManifestReader quarantined(whole.object(u"quarantined"_s));
    manifest.version = program.text(u"version"_s);
    manifest.schema = object.value(u"program"_s).toObject().value(u"schema"_s).toInt();
    manifest.made = made.time(u"at"_s).value_or(UtcMicros());
    manifest.by = made.text(u"by"_s);
    manifest.caseText = whole.text(u"case"_s);
    manifest.note = whole.text(u"note"_s);
    readQuestion(ManifestReader(whole.object(u"filter"_s)), ManifestReader(whole.object(u"output"_s)),
                 manifest);
    manifest.first = events.time(u"first"_s);
    manifest.last = events.time(u"last"_s);
    manifest.missing = events.text(u"missing"_s);
    readSources(object.value(u"sources"_s).toArray(), manifest);
    readCoverage(whole.object(u"coverage"_s), manifest);
    manifest.unreadable = quarantined.number(u"unreadable"_s);
    manifest.conflicting = quarantined.number(u"conflicting"_s);
    return manifest;
}

} // namespace Trailglass
