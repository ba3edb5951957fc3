// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/evidence/coveragefile.h"

#include "models/core/text.h"
#include "models/core/translation.h"
#include "models/store/storedrow.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <optional>

namespace Trailglass {

using namespace Qt::StringLiterals;

namespace {

QJsonValue momentJson(const std::optional<UtcMicros> &time)
{
    return time ? QJsonValue(toQString(formatTime(*time))) : QJsonValue();
}

/// More than a member of the largest size has, as coverageFile() writes it; each takes a hundred bytes once it is read.
constexpr qsizetype MaxCoverageValues = 2'000'000;

bool hasTooManyValues(const QByteArray &json)
{
    qsizetype values = 0;
    bool isText = false;
    for (qsizetype place = 0; place < json.size(); ++place) {
        const char each = json[place];
        if (each == '\\')
            ++place; // what is after it ends no text
        else if (each == '"')
            isText = !isText;
        else if (!isText && (each == ',' || each == '[' || each == '{'))
            ++values;
    }
    return values > MaxCoverageValues;
}

/// An end of an interval: a time, or null for none.
/// \returns false for anything else
bool readEnd(const QJsonValue &value, std::optional<UtcMicros> &end)
{
    end = value.isString() ? parseTime(toUtf8(value.toString())) : std::nullopt;
    return end.has_value() || value.isNull();
}

std::optional<CoverageEntry> entryOf(const QJsonObject &object)
{
    CoverageEntry entry;
    const auto answered = parseTime(toUtf8(object.value(u"answered"_s).toString()));
    entry.pages = object.value(u"pages"_s).toInteger(-1);
    if (!answered || !StoredRanges::Count.holds(entry.pages)
        || !readEnd(object.value(u"from"_s), entry.window.from)
        || !readEnd(object.value(u"to"_s), entry.window.to))
        return {};
    entry.answered = *answered;
    return entry;
}

} // namespace

QByteArray coverageFile(const std::vector<BundledCoverage> &coverage)
{
    QJsonArray sources;
    for (const BundledCoverage &source : coverage) {
        QJsonArray entries;
        for (const CoverageEntry &entry : source.entries) {
            entries.append(QJsonObject{{u"from"_s, momentJson(entry.window.from)},
                                       {u"to"_s, momentJson(entry.window.to)},
                                       {u"answered"_s, momentJson(entry.answered)},
                                       {u"pages"_s, entry.pages}});
        }
        sources.append(QJsonObject{{u"source"_s, source.source}, {u"asked"_s, entries}});
    }
    return QJsonDocument(QJsonObject{{u"sources"_s, sources}}).toJson(QJsonDocument::Indented);
}

Result<std::vector<BundledCoverage>> parseCoverageFile(const QByteArray &json)
{
    const Error malformed{.kind = ErrorKind::Malformed,
                          .message = tr("coverage.json does not list times of sources.")};
    if (hasTooManyValues(json))
        return malformed;
    const QJsonValue sources = QJsonDocument::fromJson(json).object().value(u"sources"_s);
    if (!sources.isArray())
        return malformed;
    std::vector<BundledCoverage> coverage;
    const QJsonArray list = sources.toArray();
    for (const QJsonValue value : list) {
        const QJsonObject object = value.toObject();
        BundledCoverage source{object.value(u"source"_s).toString(), {}};
        const QJsonArray asked = object.value(u"asked"_s).toArray();
        for (const QJsonValue each : asked) {
            const auto entry = entryOf(each.toObject());
            if (!entry)
                return malformed;
            source.entries.push_back(*entry);
        }
        coverage.push_back(std::move(source));
    }
    return coverage;
}

} // namespace Trailglass
