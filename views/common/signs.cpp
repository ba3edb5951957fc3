// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/common/signs.h"

namespace Trailglass {

Glyph outcomeGlyph(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Success:
        return Glyph::Check;
    case Outcome::Failure:
        return Glyph::Cancel;
    case Outcome::Unknown:
        break;
    }
    return Glyph::Dash;
}

Glyph operationGlyph(Operation operation)
{
    switch (operation) {
    case Operation::Create:
        return Glyph::Add;
    case Operation::Read:
        return Glyph::Eye;
    case Operation::Update:
        return Glyph::Edit;
    case Operation::Delete:
        return Glyph::Delete;
    case Operation::Auth:
        return Glyph::Key;
    case Operation::Grant:
        return Glyph::Badge;
    case Operation::Execute:
        return Glyph::Play;
    case Operation::Export:
        return Glyph::Export;
    case Operation::Other:
        break;
    }
    return Glyph::Dot;
}

} // namespace Trailglass
