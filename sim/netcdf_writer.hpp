#pragma once
// Labelled arrays as a NetCDF-4 file (opens in xarray, R, Julia, Panoply). The only user of netCDF.
// The bytes depend on the data and on the versions of netCDF and HDF5 alone: the libraries keep no
// time of creation, but netCDF writes its own version into the attribute _NCProperties.
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

namespace tumen {

/// A dimension; labels, where present, become its coordinate variable of the same name.
struct NetcdfDimension {
  std::string name;
  std::size_t size = 0;
  std::vector<std::string> labels;  ///< none, or `size` of them
};

/// An array of doubles, or of texts where there are any, the last dimension running fastest.
struct NetcdfVariable {
  std::string name;
  std::vector<std::string> dimensions;
  std::string unit, long_name;
  std::vector<double> values;
  std::string coordinates = {};  ///< names of its further coordinates, separated by blanks
  std::vector<std::string> texts = {};
};

struct NetcdfData {
  std::vector<std::pair<std::string, std::string>> attributes;
  std::vector<NetcdfDimension> dimensions;
  std::vector<NetcdfVariable> variables;
};

/// Writes a new file. Throws std::runtime_error if the library reports an error.
void write_netcdf(const std::filesystem::path& file, const NetcdfData& data);

}  // namespace tumen
