// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/sources/jsonfault.h"

#include "models/core/translation.h"

#include <QCoreApplication>
#include <QLocale>

namespace Trailglass {

namespace {

QString mebibytes(qint64 bytes)
{
    return QLocale::c().formattedDataSize(bytes, 0);
}

} // namespace

QString faultText(JsonFault fault)
{
    switch (fault) {
    case JsonFault::None:
        return {};
    case JsonFault::ValueExpected:
        return tr("Expected a JSON value.");
    case JsonFault::NameExpected:
        return tr("Expected a member name in double quotes.");
    case JsonFault::ColonExpected:
        return tr("Expected a colon after a member name.");
    case JsonFault::CommaOrBraceExpected:
        return tr("Expected a comma or a closing brace in an object.");
    case JsonFault::CommaOrBracketExpected:
        return tr("Expected a comma or a closing bracket in an array.");
    case JsonFault::BadLiteral:
        return tr("Invalid literal: expected true, false or null.");
    case JsonFault::BadNumber:
        return tr("Invalid number.");
    case JsonFault::ControlCharacter:
        return tr("A string contains an unescaped control character.");
    case JsonFault::BadEscape:
        return tr("A string contains an invalid escape sequence.");
    case JsonFault::BadUtf8:
        return tr("The text is not valid UTF-8.");
    case JsonFault::TooDeep:
        return tr("The value is nested deeper than %1 levels.").arg(JsonSlicer::MaxDepth);
    case JsonFault::ElementTooLarge:
        return tr("The value is larger than %1.").arg(mebibytes(JsonSlicer::MaxElement));
    case JsonFault::EnvelopeTooLarge:
        return tr("More than %1 of data is outside the list of events.")
            .arg(mebibytes(JsonSlicer::MaxEnvelope));
    case JsonFault::TextAfterValue:
        return tr("Unexpected text after the end of the value.");
    case JsonFault::CutOff:
        return tr("Unexpected end of the data.");
    case JsonFault::Empty:
        return tr("There is no data.");
    }
    Q_UNREACHABLE();
}

SliceError sliceError(JsonFault fault, qint64 offset)
{
    const bool isLimit = fault == JsonFault::TooDeep || fault == JsonFault::ElementTooLarge
        || fault == JsonFault::EnvelopeTooLarge;
    return {offset, faultText(fault), isLimit ? ErrorKind::TooLarge : ErrorKind::Malformed};
}

} // namespace Trailglass
