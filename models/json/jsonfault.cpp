// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/json/jsonfault.h"

#include "models/core/translation.h"
#include "models/json/jsonlimits.h"

namespace Trailglass {

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
        return tr("The value is nested deeper than %1 levels.").arg(MaxJsonDepth);
    case JsonFault::TooLarge:
        return tr("The value is too large.");
    case JsonFault::TextAfterValue:
        return tr("Unexpected text after the end of the value.");
    case JsonFault::CutOff:
        return tr("Unexpected end of the data.");
    case JsonFault::Empty:
        return tr("There is no data.");
    }
    Q_UNREACHABLE();
}

} // namespace Trailglass
