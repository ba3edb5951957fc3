// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

// Any response, read as a page of each vendor: no byte of it is lost or changed, chunks make no difference, an event reads the
// same from its stored JSON, and nothing in a response decides where the next request goes or moves the watermark past the
// moment of the run.

#include "models/core/text.h"
#include "models/json/jsonvalidator.h"
#include "models/json/utf8.h"
#include "models/json/wholedocument.h"
#include "models/sources/eventdetail.h"
#include "models/sources/rowreader.h"
#include "tests/fuzz/fuzztarget.h"
#include "tests/sources/sampleaccounts.h"

#include <algorithm>

using namespace Trailglass;
using namespace Qt::StringLiterals;

using Fuzz::require;

namespace {

constexpr UtcMicros Now{1'790'000'000'000'000};
constexpr int MaxPages = 3; ///< the same response to so many requests of a run

/// A source of each vendor as it is configured.
struct Account
{
    const Source *source = nullptr;
    SourceSettings settings;
    SecretValues secrets;
};

const std::vector<Account> &accounts()
{
    static const std::vector<Account> accounts = [] {
        std::vector<Account> made;
        for (const Source *source : allSources()) {
            const Vendor vendor = source->vendor();
            Account &account = made.emplace_back();
            account.source = source;
            account.settings = SourceSettings::fromValues(source->type(), requiredSettings(vendor)).value();
            const auto secrets = secretsOf(vendor);
            for (auto secret = secrets.begin(); secret != secrets.end(); ++secret)
                account.secrets.insert(secret.key(), Secret::fromText(secret.value()).value());
        }
        return made;
    }();
    return accounts;
}

/// What was read of a response.
struct Page
{
    ParsedRows rows;
    Result<PageSummary> summary;
};

Page readPage(const Account &account, const PageRequest &request, std::string_view response, bool inPieces)
{
    RowReader reader(*account.source, account.settings, request.window);
    reader.setMoments(Now, Now, request.asOf);
    Fuzz::PieceLengths lengths(response);
    while (!response.empty()) {
        const std::size_t length = inPieces ? std::min(lengths.next(), response.size()) : response.size();
        reader.feed(response.substr(0, length));
        response.remove_prefix(length);
    }
    Result<PageSummary> summary = reader.finish();
    return {reader.take(), std::move(summary)};
}

QStringList textsOf(const Event &event)
{
    QStringList texts;
    for (const std::string *text :
         {&event.id, &event.action, &event.category, &event.actor.id, &event.actor.email, &event.actor.name,
          &event.actor.type, &event.target.id, &event.target.name, &event.target.type, &event.ip,
          &event.userAgent, &event.channel, &event.workspace, &event.environment, &event.correlation,
          &event.message}) {
        require(isValidUtf8(*text), "the texts of an event are UTF-8");
        texts.append(toQString(*text));
    }
    texts.append(QString::fromStdString(formatTime(event.created)));
    texts.append(event.revised ? QString::fromStdString(formatTime(*event.revised)) : QString());
    texts.append(toQString(name(event.operation)) + u' ' + toQString(name(event.outcome)));
    return texts;
}

/// One line a fact, to compare two readings.
QStringList describe(const Page &page)
{
    QStringList lines;
    for (const Event &event : page.rows.events)
        lines.append(textsOf(event) << toQString(event.raw));
    for (const UnreadableRow &row : page.rows.unreadable)
        lines.append(u"%1 %2 %3"_s.arg(row.offset).arg(row.length).arg(row.reason));
    lines.append(page.summary ? QString::fromLatin1(page.summary->envelope) : page.summary.error().message);
    return lines;
}

void checkEvents(const Account &account, const std::vector<Event> &events, std::string_view response)
{
    std::size_t position = 0;
    for (const Event &event : events) {
        require(!event.id.empty(), "an event has an id");
        require(parseTime(formatTime(event.created)) == event.created,
                "an event has a time that can be written");
        require(isJson(event.raw) && isValidUtf8(event.raw), "the stored bytes are JSON");
        position = response.find(event.raw, position);
        require(position != std::string_view::npos, "events are in the response, in order and verbatim");
        position += event.raw.size();
        const auto document = wholeDocument(event.raw);
        require(document.hasValue(), "what was read once is read again");
        const auto again = account.source->readEvent(*document, account.settings);
        require(again && textsOf(*again) == textsOf(event), "an event reads the same from its stored bytes");
    }
}

void checkUnreadable(const std::vector<UnreadableRow> &rows, std::string_view response)
{
    for (const UnreadableRow &row : rows) {
        const auto place =
            response.substr(static_cast<std::size_t>(row.offset), static_cast<std::size_t>(row.length));
        require(static_cast<qint64>(place.size()) == row.length,
                "a quarantined row lies within the response");
        require(place.starts_with(row.bytes.toStdString()), "a quarantined row is kept verbatim");
        require(row.bytes.size() == std::min(row.length, JsonSlicer::MaxKept),
                "and as much of it as may be kept");
        require(!row.reason.isEmpty(), "a quarantined row has a reason");
    }
}

/// The error of a response, which no retry of it would mend.
void checkError(const Error &error)
{
    const bool isOfResponse = error.kind == ErrorKind::Malformed || error.kind == ErrorKind::TooLarge
        || error.kind == ErrorKind::Vendor;
    require(isOfResponse && !error.message.isEmpty(),
            "a response that cannot be read is refused with a sentence");
}

PageRequest requestFor(const Account &account, const Checkpoint &checkpoint)
{
    const auto request = account.source->request(account.settings, account.secrets, checkpoint);
    require(request.hasValue(), "there is a request for every checkpoint");
    require(account.settings.origin().admits(request->http.url), "no response changes where requests go");
    return *request;
}

void checkOutcome(const Account &account, const PageOutcome &outcome)
{
    for (const QString &key : {u"watermark"_s, u"mark"_s}) {
        const auto moment = parseTime(toUtf8(outcome.checkpoint.value(key).toString()));
        require(!moment || *moment <= Now, "an event dated ahead does not move the watermark");
    }
    for (const TimeWindow &window : outcome.covered) {
        require(window.to && *window.to <= Now, "the future is not covered");
        require(!window.from || *window.from < *window.to, "what is covered has a length");
    }
    require(!outcome.warnings.contains(QString()), "a warning is a sentence");
    require(outcome.totalHint.value_or(0) >= 0, "there is no negative number of events");
    RunOptions resumed;
    resumed.checkpoint = outcome.checkpoint;
    resumed.now = Now;
    static_cast<void>(requestFor(account, account.source->begin(account.settings, resumed)));
}

/// The response in place of a page that failed.
void checkFailure(const Account &account, const Checkpoint &checkpoint, std::string_view response)
{
    constexpr int BadRequest = 400;
    const QString words =
        account.source->errorText(QByteArrayView(response.data(), static_cast<qsizetype>(response.size())));
    const Error error{.kind = ErrorKind::Rejected, .message = words, .httpStatus = BadRequest};
    if (const auto outcome = account.source->recover(account.settings, checkpoint, error))
        checkOutcome(account, *outcome);
    if (const auto outcome = account.source->giveUp(account.settings, checkpoint, error))
        checkOutcome(account, *outcome);
}

void checkDetails(const Account &account, const std::vector<Event> &events, std::string_view response)
{
    const DetailRequests *details = account.source->details();
    if (!details)
        return;
    for (const Event &event : events) {
        const std::string key = details->keyOf(event);
        if (key.empty())
            continue;
        const auto request = details->request(account.settings, account.secrets, key, 1);
        require(request && account.settings.origin().admits(request->url),
                "no event changes where requests go");
    }
    const auto read =
        details->read(QByteArrayView(response.data(), static_cast<qsizetype>(response.size())), 1);
    if (!read)
        return checkError(read.error());
    for (const DetailItem &item : itemsInOrder(read->detail)) {
        const std::string &raw = item.version ? item.version->raw : item.entry->raw;
        require(isJson(raw) && response.find(raw) != std::string_view::npos,
                "what a vendor has beside an event is verbatim");
    }
    Fuzz::reached("details read");
}

/// Reads the response as one page.
/// \returns what follows, unless that is the end of the run
std::optional<Checkpoint> followPage(const Account &account, const Checkpoint &checkpoint,
                                     std::string_view response)
{
    const PageRequest request = requestFor(account, checkpoint);
    const Page page = readPage(account, request, response, false);
    require(describe(readPage(account, request, response, true)) == describe(page),
            "chunks make no difference");
    checkEvents(account, page.rows.events, response);
    checkUnreadable(page.rows.unreadable, response);
    checkFailure(account, checkpoint, response);
    checkDetails(account, page.rows.events, response);
    if (!page.summary) {
        Fuzz::reached("response refused");
        checkError(page.summary.error());
        return {};
    }
    const auto rows = page.rows.events.size() + page.rows.unreadable.size();
    require(page.summary->rows == static_cast<qint64>(rows), "every row is an event or quarantined");
    const auto outcome = account.source->advance(account.settings, checkpoint, *page.summary);
    Fuzz::reached(!outcome ? "page refused" : rows > 0 ? "page with rows" : "empty page");
    if (!outcome) {
        checkError(outcome.error());
        return {};
    }
    checkOutcome(account, *outcome);
    return outcome->finished ? std::nullopt : std::optional(outcome->checkpoint);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view response = Fuzz::inputOf(data, size);
    for (const Account &account : accounts()) {
        RunOptions options;
        options.now = Now;
        std::optional<Checkpoint> checkpoint = account.source->begin(account.settings, options);
        for (int page = 0; page < MaxPages && checkpoint; ++page)
            checkpoint = followPage(account, *checkpoint, response);
    }
    return 0;
}
