// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/json/wholedocument.h"

#include "models/core/error.h"
#include "models/json/jsonfault.h"
#include "models/json/jsonlimits.h"
#include "models/json/jsonvalidator.h"
#include "models/json/stringscan.h"
#include "models/json/utf8.h"

namespace Trailglass {

Result<std::string> wholeDocument(std::string_view text)
{
    const auto malformed = [](JsonFault fault) {
        return Error{ErrorKind::Malformed, faultText(fault)};
    };
    if (text.starts_with(ByteOrderMark))
        text.remove_prefix(ByteOrderMark.size());
    text = skipJsonWhitespace(text);
    if (text.empty())
        return malformed(JsonFault::Empty);

    JsonValidator validator;
    const std::string_view value = text.substr(0, validator.run(text));
    validator.end();
    if (findInvalidUtf8(value) != std::string_view::npos)
        return malformed(JsonFault::BadUtf8);
    if (validator.status() != JsonValidator::Status::Complete)
        return malformed(validator.fault());
    if (value.size() > static_cast<std::size_t>(MaxJsonBytes))
        return malformed(JsonFault::TooLarge);
    if (!skipJsonWhitespace(text.substr(value.size())).empty())
        return malformed(JsonFault::TextAfterValue);
    return std::string(value);
}

} // namespace Trailglass
