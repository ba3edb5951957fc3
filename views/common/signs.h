// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/event.h"
#include "views/common/icons.h"

namespace Trailglass {

/// The shapes that tell outcomes and operations apart without their colours, as docs/design-language.md lists them.

[[nodiscard]] Glyph outcomeGlyph(Outcome outcome);
[[nodiscard]] Glyph operationGlyph(Operation operation);

} // namespace Trailglass
