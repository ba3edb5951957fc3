// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/sources/sourcedriver.h"

#include "models/core/text.h"
#include "models/sources/rowreader.h"

#include <QFile>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Trailglass {

SourceDriver::SourceDriver(const Source &source, const QMap<QString, QString> &settings,
                           const QMap<QString, QByteArray> &secrets, Server server)
    : m_source(source)
    , m_settings(checkedSettings(source, settings))
    , m_secrets(secretValues(secrets))
    , m_server(std::move(server))
{
}

bool SourceDriver::sync(UtcMicros now, int pages)
{
    RunOptions options;
    options.checkpoint = checkpoint;
    options.now = now;
    return run(options, pages);
}

bool SourceDriver::run(RunOptions options, int pages)
{
    requests = 0;
    sent.clear();
    error.reset();
    m_ahead.clear();
    Checkpoint here = m_source.begin(m_settings, options);
    for (int committed = 0; committed < pages; ++committed) {
        const std::optional<PageOutcome> outcome = page(here, options.now);
        if (!outcome)
            return false;
        keep(*outcome);
        here = outcome->checkpoint;
        if (outcome->finished)
            return true;
        requestAhead(*outcome);
    }
    return false;
}

Response SourceDriver::responseTo(const HttpRequest &request)
{
    const std::optional<Response> early = m_ahead.take(request.url.toEncoded());
    return early ? *early : m_server(request);
}

void SourceDriver::requestAhead(const PageOutcome &outcome)
{
    if (!outcome.isSteady)
        m_ahead.clear();
    for (const Checkpoint &further : outcome.ahead) {
        const Result<PageRequest> request = m_source.request(m_settings, m_secrets, further);
        const QByteArray address = request ? request->http.url.toEncoded() : QByteArray();
        if (request && !m_ahead.contains(address))
            m_ahead.insert(address, respondsEarly() ? std::optional(m_server(request->http)) : std::nullopt);
    }
}

std::optional<PageOutcome> SourceDriver::page(const Checkpoint &at, UtcMicros now)
{
    ++requests;
    m_read.clear();
    const Result<PageRequest> request = m_source.request(m_settings, m_secrets, at);
    if (!request) {
        error = request.error();
        return {};
    }
    sent.append(request->http);
    const Response response = responseTo(request->http);
    if (response.error)
        return recovered(at, *response.error);
    ReadPage read =
        readPage(m_source, m_settings, response.body, request->window, response.date, now, request->asOf);
    const std::optional<int> dead =
        request->streamed ? diesAfter(static_cast<int>(read.events.size())) : std::nullopt;
    if (dead) {
        keepPart(std::move(read.events), *dead);
        return {};
    }
    const Result<PageOutcome> outcome = m_source.advance(m_settings, at, read.summary);
    if (!outcome)
        return recovered(at, outcome.error());
    m_read = std::move(read.events);
    return *outcome;
}

std::optional<PageOutcome> SourceDriver::recovered(const Checkpoint &at, const Error &failure)
{
    std::optional<PageOutcome> outcome = m_source.recover(m_settings, at, failure);
    if (!outcome) // every repetition failed likewise
        outcome = m_source.giveUp(m_settings, at, failure);
    if (!outcome)
        error = failure;
    return outcome;
}

/// A part of a streamed response moves no checkpoint.
void SourceDriver::keepPart(std::vector<Event> rows, int count)
{
    rows.resize(static_cast<std::size_t>(count));
    m_read = std::move(rows);
    PageOutcome outcome;
    outcome.checkpoint = checkpoint;
    keep(outcome);
}

void SourceDriver::keep(const PageOutcome &outcome)
{
    onCommit(m_read, outcome);
    for (const Event &event : std::as_const(m_read))
        events.insert(toQString(event.id), event);
    checkpoint = outcome.checkpoint;
    leftGap = outcome.leavesGap;
    covered += outcome.covered;
    for (const TimeWindow &window : outcome.covered)
        onCovered(window);
    for (const QString &warning : outcome.warnings) {
        if (!warnings.contains(warning))
            warnings.append(warning);
    }
}

Checkpoint finishedAt(const char *watermark)
{
    Checkpoint checkpoint{{u"version"_s, 2}};
    if (watermark)
        checkpoint.insert(u"watermark"_s, QString::fromStdString(formatTime(at(watermark))));
    return checkpoint;
}

SourceSettings checkedSettings(const Source &source, const QMap<QString, QString> &values)
{
    const Result<SourceSettings> settings = SourceSettings::fromValues(source.type(), values);
    if (!settings)
        qFatal("settings: %s", qUtf8Printable(settings.error().message));
    return *settings;
}

SecretValues secretValues(const QMap<QString, QByteArray> &secrets)
{
    SecretValues values;
    for (auto secret = secrets.begin(); secret != secrets.end(); ++secret)
        values.insert(secret.key(), Secret::fromText(secret.value()).value());
    return values;
}

UtcMicros at(const char *time)
{
    const auto parsed = parseTime(time);
    if (!parsed)
        qFatal("not a time: %s", time);
    return *parsed;
}

QByteArray fixture(const QString &name)
{
    QFile file(QString::fromUtf8(TRAILGLASS_FIXTURES) + u'/' + name);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no fixture %s", qUtf8Printable(name));
    return file.readAll();
}

ReadPage readPage(const Source &source, const SourceSettings &settings, const QByteArray &body,
                  const std::optional<TimeWindow> &window, const std::optional<UtcMicros> &date,
                  const std::optional<UtcMicros> &asked, const std::optional<UtcMicros> &asOf)
{
    RowReader reader(source, settings, window);
    if (asked)
        reader.setMoments(date, *asked, asOf);
    reader.feed({body.constData(), static_cast<std::size_t>(body.size())});
    const Result<PageSummary> summary = reader.finish();
    if (!summary)
        qFatal("unreadable response: %s", qUtf8Printable(summary.error().message));
    ParsedRows batch = reader.take();
    ReadPage page;
    page.events = std::move(batch.events);
    page.summary = *summary;
    for (const UnreadableRow &row : batch.unreadable)
        page.reasons.append(row.reason);
    return page;
}

Result<Event> readRow(const Source &source, const SourceSettings &settings, const QByteArray &row)
{
    return source.readEvent({row.constData(), static_cast<std::size_t>(row.size())}, settings);
}

QByteArray headerOf(const HttpRequest &request, const QByteArray &name)
{
    const auto found =
        std::find_if(request.headers.begin(), request.headers.end(), [&](const RequestHeader &header) {
            return header.name.compare(name, Qt::CaseInsensitive) == 0;
        });
    return found == request.headers.end() ? QByteArray() : found->value.reveal();
}

} // namespace Trailglass
