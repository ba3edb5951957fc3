// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArrayView>

namespace Trailglass {

/// The style sheet of reportHtml(), for screens and for paper. ASCII; has neither `<` nor `&` nor an address.
/// \thread any
[[nodiscard]] QByteArrayView reportStyleSheet();

} // namespace Trailglass
