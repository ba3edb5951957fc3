// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

class QTableView;

namespace Trailglass {

/// Dynamic property of a table, and of its header: ProgramStyle gives the cells more room at their sides, so that a number at
/// the end of one does not touch the text of the next.
inline constexpr char RoomyCells[] = "roomyCells";

/// Makes a table a list of rows of one line, of which one is selected: no grid, no row headers, roomy cells, titles
/// where the texts below them begin, and Tab leaves it.
///
/// \thread GUI
void setUpRowList(QTableView &table);

} // namespace Trailglass
