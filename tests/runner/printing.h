// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/event.h"
#include "models/core/field.h"
#include "models/core/ids.h"
#include "models/core/result.h"
#include "models/core/utcmicros.h"

#include <QDebug>
#include <QTest>

#include <optional>
#include <string>
#include <string_view>

// How a failed QCOMPARE prints the project's values. Included by testclass.h, so that every test has it.

namespace Trailglass {

inline QDebug printText(QDebug debug, std::string_view text)
{
    const QDebugStateSaver saver(debug);
    debug.noquote().nospace() << QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
    return debug;
}

inline QDebug operator<<(QDebug debug, UtcMicros time)
{
    return printText(debug, formatTime(time));
}

inline QDebug operator<<(QDebug debug, const TimeWindow &window)
{
    const auto bound = [](const std::optional<UtcMicros> &time) {
        return time ? formatTime(*time) : std::string("unbounded");
    };
    return printText(debug, '[' + bound(window.from) + ", " + bound(window.to) + ')');
}

template <class Tag>
QDebug operator<<(QDebug debug, StrongInt<Tag> id)
{
    return debug << id.value;
}

inline QDebug operator<<(QDebug debug, Field field)
{
    return printText(debug, name(field));
}

inline QDebug operator<<(QDebug debug, Operation operation)
{
    return printText(debug, name(operation));
}

inline QDebug operator<<(QDebug debug, Outcome outcome)
{
    return printText(debug, name(outcome));
}

inline QDebug operator<<(QDebug debug, Vendor vendor)
{
    return printText(debug, name(vendor));
}

inline QDebug operator<<(QDebug debug, ErrorKind kind)
{
    return printText(debug, errorKindName(kind).toStdString());
}

inline QDebug operator<<(QDebug debug, const Error &error)
{
    return printText(debug,
                     "error " + errorKindName(error.kind).toStdString() + ": " + error.message.toStdString());
}

/// For std::optional of the project's types.
template <class T>
QDebug operator<<(QDebug debug, const std::optional<T> &value)
{
    if constexpr (QTypeTraits::has_ostream_operator_v<QDebug, T>)
        return value ? debug << *value : printText(debug, "nothing");
    else
        return printText(debug, value ? "a value" : "nothing");
}

template <class T>
QDebug operator<<(QDebug debug, const Result<T> &result)
{
    if (!result)
        return debug << result.error();
    if constexpr (std::is_void_v<T>)
        return printText(debug, "success");
    else if constexpr (QTypeTraits::has_ostream_operator_v<QDebug, T>)
        return debug << *result;
    else
        return printText(debug, "a value");
}

} // namespace Trailglass

namespace QTest {

/// Left alone, QTest prints enumerations as numbers.
template <class T>
char *printedByDebug(const T &value)
{
    return qstrdup(QDebug::toString(value).toUtf8().constData());
}

template <>
inline char *toString(const Trailglass::Field &value)
{
    return printedByDebug(value);
}

template <>
inline char *toString(const Trailglass::Operation &value)
{
    return printedByDebug(value);
}

template <>
inline char *toString(const Trailglass::Outcome &value)
{
    return printedByDebug(value);
}

template <>
inline char *toString(const Trailglass::Vendor &value)
{
    return printedByDebug(value);
}

template <>
inline char *toString(const Trailglass::ErrorKind &value)
{
    return printedByDebug(value);
}

template <>
inline char *toString(const std::string &value)
{
    return toString(QString::fromUtf8(value.data(), static_cast<qsizetype>(value.size())));
}

} // namespace QTest
