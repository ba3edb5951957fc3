// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/support/faults.h"

#include <QHash>

namespace Trailglass::Support {

using namespace std::chrono_literals;

namespace {

std::optional<Fault> faultFromName(const QByteArray &name)
{
    static const QHash<QByteArray, Fault::Kind> Kinds{
        {"reset", Fault::Kind::Reset},       {"reset-in-head", Fault::Kind::ResetInHead},
        {"drop", Fault::Kind::Drop},         {"reset-after-head", Fault::Kind::ResetAfterHead},
        {"truncate", Fault::Kind::Truncate}, {"hang", Fault::Kind::Hang},
        {"html", Fault::Kind::Html},         {"body-stripped", Fault::Kind::BodyStripped},
        {"redirect", Fault::Kind::Redirect}, {"gzip", Fault::Kind::Gzip},
        {"slow", Fault::Kind::Slow},         {"late", Fault::Kind::Late},
        {"shift", Fault::Kind::Shift},
    };
    if (const auto found = Kinds.constFind(name); found != Kinds.constEnd())
        return Fault{.kind = *found};
    const int status = name.toInt();
    if (status < 400 || status > 599)
        return {};
    return Fault::httpStatus(status, status == 429 ? "1" : "");
}

Response cut(Response response, Ending ending, qint64 bytes)
{
    response.ending = ending;
    response.bytesBeforeEnding = bytes;
    return response;
}

} // namespace

Fault Fault::httpStatus(int status, const QByteArray &retryAfter)
{
    return {.kind = Kind::Status, .status = status, .retryAfter = retryAfter};
}

Fault Fault::altered(std::function<Response(Response)> alter)
{
    return {.kind = Kind::Altered, .alter = std::move(alter)};
}

Fault Fault::always(const Response &response)
{
    return altered([response](const Response &) { return response; });
}

Request spoiled(Request request, const Fault &fault)
{
    if (fault.kind == Fault::Kind::BodyStripped)
        request.body.clear();
    return request;
}

Response spoiled(Response response, const Fault &fault)
{
    switch (fault.kind) {
    case Fault::Kind::Status: {
        Response status = Response::json(R"({"message":"stand-in fault"})", fault.status);
        if (!fault.retryAfter.isEmpty())
            status.headers.append(Header{"Retry-After", fault.retryAfter});
        return status;
    }
    case Fault::Kind::Reset:
        return cut(std::move(response), Ending::Reset, -1);
    case Fault::Kind::ResetInHead:
        response.endsInHead = true;
        return cut(std::move(response), Ending::Reset, -1);
    case Fault::Kind::ResetAfterHead:
        return cut(std::move(response), Ending::Reset, 0);
    case Fault::Kind::Drop:
        return cut(std::move(response), Ending::Drop, -1);
    case Fault::Kind::Truncate:
        return cut(std::move(response), Ending::Drop, response.body.size() / 2);
    case Fault::Kind::Hang:
        return cut(std::move(response), Ending::Hang, response.body.size() / 2);
    case Fault::Kind::Html:
        return Response::html(200, "Please log in");
    case Fault::Kind::Redirect:
        return Response::redirect(fault.location);
    case Fault::Kind::Gzip:
        response.gzip = true;
        return response;
    case Fault::Kind::Slow:
        response.pieceSize = response.body.size() / 16 + 1;
        response.pieceDelay = 20ms;
        return response;
    case Fault::Kind::Altered:
        return fault.alter(std::move(response));
    case Fault::Kind::BodyStripped:
    case Fault::Kind::Late:
    case Fault::Kind::Shift:
        break;
    }
    return response;
}

void Faults::at(int number, const Fault &fault)
{
    m_plans.append(Plan{.fault = fault, .first = m_count + number});
}

void Faults::every(int interval, const Fault &fault)
{
    m_plans.append(Plan{.fault = fault, .first = m_count + interval, .interval = interval});
}

QList<Fault> Faults::next()
{
    ++m_count;
    QList<Fault> due;
    for (const Plan &plan : std::as_const(m_plans)) {
        const qint64 since = m_count - plan.first;
        if (since == 0 || (plan.interval > 0 && since > 0 && since % plan.interval == 0))
            due.append(plan.fault);
    }
    return due;
}

bool Faults::add(const QByteArray &text)
{
    for (const QByteArray &item : text.split(',')) {
        const qsizetype mark = std::max(item.indexOf(':'), item.indexOf('@'));
        const std::optional<Fault> fault = faultFromName(mark < 0 ? item : item.first(mark));
        const int number = mark < 0 ? 1 : item.sliced(mark + 1).toInt();
        if (!fault || number < 1)
            return false;
        if (mark >= 0 && item.at(mark) == ':')
            every(number, *fault);
        else
            at(number, *fault);
    }
    return true;
}

} // namespace Trailglass::Support
