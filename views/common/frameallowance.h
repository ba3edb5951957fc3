// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QSize>

namespace Trailglass {

/// What a window manager adds around a window, as far as that can be known before it is shown. Pixels.
inline constexpr QSize FrameAllowance(16, 40);

} // namespace Trailglass
