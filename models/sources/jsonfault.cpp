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
        return tr("A value is missing or does not begin like JSON.");
    case JsonFault::NameExpected:
        return tr("A member name in double quotes is missing.");
    case JsonFault::ColonExpected:
        return tr("A colon is missing after a member name.");
    case JsonFault::CommaOrBraceExpected:
        return tr("A comma or a closing brace is missing in an object.");
    case JsonFault::CommaOrBracketExpected:
        return tr("A comma or a closing bracket is missing in an array.");
    case JsonFault::BadLiteral:
        return tr("A word is neither true, false nor null.");
    case JsonFault::BadNumber:
        return tr("A number is not written as JSON wants it.");
    case JsonFault::ControlCharacter:
        return tr("A string holds a control character that is not escaped.");
    case JsonFault::BadEscape:
        return tr("A string holds an escape that JSON does not know.");
    case JsonFault::BadUtf8:
        return tr("The text is not valid UTF-8.");
    case JsonFault::TooDeep:
        return tr("It is nested deeper than %1 levels.").arg(JsonSlicer::MaxDepth);
    case JsonFault::ElementTooLarge:
        return tr("It is larger than %1.").arg(mebibytes(JsonSlicer::MaxElement));
    case JsonFault::EnvelopeTooLarge:
        return tr("There is more than %1 of data outside the list of events.")
            .arg(mebibytes(JsonSlicer::MaxEnvelope));
    case JsonFault::TextAfterValue:
        return tr("There is more text after the end of the value.");
    case JsonFault::CutOff:
        return tr("The data breaks off before its end.");
    case JsonFault::Empty:
        return tr("There is no data at all.");
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
