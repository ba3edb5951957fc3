// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

class QTableView;

namespace Trailglass {

/// Makes a table a list of rows of one line, of which one is selected: no grid, no row headers, and Tab leaves it.
///
/// \thread GUI
void setUpRowList(QTableView &table);

} // namespace Trailglass
