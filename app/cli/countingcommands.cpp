// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "app/cli/commands.h"
#include "app/cli/openquery.h"
#include "app/cli/placeaccess.h"

#include "models/core/result.h"
#include "models/core/text.h"
#include "models/core/translation.h"
#include "models/filter/fieldnames.h"
#include "models/json/jsontext.h"
#include "models/query/interval.h"
#include "models/query/sortorder.h"

#include <algorithm>
#include <limits>
#include <vector>

using namespace Qt::StringLiterals;

namespace Trailglass {
namespace {

// Written by hand: scripts rely on the order of the keys, and values are a stranger's bytes.
std::string facetsJson(const std::vector<Facet> &facets)
{
    std::string json = "{";
    for (const Facet &facet : facets) {
        if (json.size() > 1)
            json += ',';
        appendJsonString(toUtf8(Filter::fieldReferenceName(facet.field)), json);
        json += ":[";
        bool first = true;
        for (const FacetValue &value : facet.values) {
            json += first ? "{\"value\":" : ",{\"value\":";
            first = false;
            if (value.value)
                appendJsonString(*value.value, json);
            else
                json += "null";
            json += ",\"count\":" + std::to_string(value.count) + '}';
        }
        json += ']';
    }
    return json + "}\n";
}

ExitCode facets(Session &session, const Place &place, const CommandLine::Arguments &arguments)
{
    const auto fields = parseFieldList(arguments.value(u"by"_s));
    if (!fields)
        return session.fail(fields.error());
    const auto top = arguments.has(u"top"_s)
        ? CommandLine::wholeNumber(u"top"_s, arguments.value(u"top"_s), 1, std::numeric_limits<int>::max())
        : Result<qint64>(0);
    if (!top)
        return session.fail(top.error());
    const auto open = openQuery(session, place, arguments.expression(), arguments.value(u"review"_s));
    if (!open)
        return session.fail(open.error());
    const auto counts = open->engine->facets(open->query.filter, {*fields, static_cast<int>(*top)},
                                             open->query.context, session.interrupt.token());
    if (!counts)
        return session.fail(counts.error());
    session.console.printBytes(facetsJson(*counts));
    return tellNotice(session, *open);
}

Result<HistogramRequest> requestOf(const CommandLine::Arguments &arguments)
{
    constexpr qint64 MaxBins = 100'000;
    if (arguments.has(u"bins"_s) == arguments.has(u"interval"_s))
        return Error{ErrorKind::Usage, tr("Say how to divide time: either --bins N or --interval 1h.")};
    if (arguments.has(u"bins"_s)) {
        TRY(const auto bins, CommandLine::wholeNumber(u"bins"_s, arguments.value(u"bins"_s), 1, MaxBins));
        return HistogramRequest{EqualBins{static_cast<int>(bins)}};
    }
    TRY(const auto interval, parseInterval(arguments.value(u"interval"_s)));
    return HistogramRequest{IntervalBins{interval}};
}

/// There may be as many bins as events, so they are printed piece by piece.
void printHistogram(Console &console, const Histogram &histogram)
{
    constexpr std::size_t BytesAPiece = 1 << 20;
    std::string json = "[";
    for (std::size_t place = 0; place < histogram.bins.size(); ++place) {
        const HistogramBin &bin = histogram.bins[place];
        json += place == 0 ? "" : ",";
        json += "{\"start\":\"" + formatTime(bin.start) + "\",\"end\":\"" + formatTime(bin.end)
            + "\",\"count\":" + std::to_string(histogram.total(place)) + '}';
        if (json.size() >= BytesAPiece) {
            console.printBytes(json);
            json.clear();
        }
    }
    console.printBytes(json + "]\n");
}

bool hasGaps(const std::vector<HistogramBin> &bins)
{
    const auto isGap = [](const HistogramBin &left, const HistogramBin &right) {
        return left.end != right.start;
    };
    return std::ranges::adjacent_find(bins, isGap) != bins.end();
}

ExitCode histogram(Session &session, const Place &place, const CommandLine::Arguments &arguments)
{
    const auto request = requestOf(arguments);
    if (!request)
        return session.fail(request.error());
    const auto open = openQuery(session, place, arguments.expression(), arguments.value(u"review"_s));
    if (!open)
        return session.fail(open.error());
    const auto counted =
        open->engine->histogram(open->query.filter, *request, open->query.context, session.interrupt.token());
    if (!counted)
        return session.fail(counted.error());
    if (hasGaps(counted->bins)) {
        session.console.tell(
            tr("The time from the first to the last event has too many intervals of this length; "
               "those without events were left out."));
    }
    printHistogram(session.console, *counted);
    return tellNotice(session, *open);
}

} // namespace

QList<Command> countingCommands()
{
    return {
        placeCommand({{u"facets"_s},
                      u"[EXPR]"_s,
                      tr("Counts matching events by the values of fields, as JSON."),
                      {{u"by"_s, u"FIELD[,FIELD]"_s, tr("the fields and @paths to count by"), false, true},
                       {u"top"_s, u"N"_s, tr("only the N most frequent values of each field (default: all)")},
                       reviewOption()}},
                     facets),
        placeCommand({{u"histogram"_s},
                      u"[EXPR]"_s,
                      tr("Counts matching events over time, as JSON; takes either --bins or --interval."),
                      {{u"bins"_s, u"N"_s, tr("N equal bins from the first to the last event")},
                       {u"interval"_s, u"LENGTH"_s,
                        tr("bins of 30s, 15m, 1h, 1d or 1w; empty ones are left out where all would be more "
                           "than 100,000")},
                       reviewOption()}},
                     histogram),
    };
}

} // namespace Trailglass
