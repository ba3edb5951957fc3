// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/support/httpmessage.h"

namespace Trailglass::Support {

namespace {

QByteArray firstValue(const QList<Header> &headers, QByteArrayView name)
{
    for (const Header &header : headers) {
        if (header.name.compare(name, Qt::CaseInsensitive) == 0)
            return header.value;
    }
    return {};
}

} // namespace

QByteArray Request::header(QByteArrayView name) const
{
    return firstValue(headers, name);
}

QList<Parameter> Request::parameters() const
{
    QList<Parameter> parameters;
    if (query.isEmpty())
        return parameters;
    for (const QByteArray &item : query.split('&')) {
        const qsizetype equals = item.indexOf('=');
        const QByteArray name = equals < 0 ? item : item.first(equals);
        const QByteArray value = equals < 0 ? QByteArray("") : item.sliced(equals + 1);
        parameters.append(
            Parameter{QByteArray::fromPercentEncoding(name), QByteArray::fromPercentEncoding(value)});
    }
    return parameters;
}

QByteArray Request::parameter(QByteArrayView name) const
{
    for (const Parameter &parameter : parameters()) {
        if (parameter.name == name)
            return parameter.value;
    }
    return {};
}

QByteArray Response::header(QByteArrayView name) const
{
    return firstValue(headers, name);
}

Response Response::json(const QByteArray &body, int status)
{
    return {.status = status, .headers = {{"Content-Type", "application/json"}}, .body = body};
}

Response Response::html(int status, const QByteArray &title)
{
    const QByteArray body = "<!DOCTYPE html>\n<html><head><title>" + title + "</title></head>\n<body><h1>"
        + title + "</h1></body></html>\n";
    return {.status = status, .headers = {{"Content-Type", "text/html; charset=utf-8"}}, .body = body};
}

Response Response::redirect(const QByteArray &location, int status)
{
    return {.status = status, .headers = {{"Location", location}}, .body = {}};
}

} // namespace Trailglass::Support
