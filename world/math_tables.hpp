#pragma once

// Coefficients for world/math.hpp, one table a scalar type, constant term first.
// "Fit error" is the largest error of the formula in exact arithmetic, relative to the function.

#include <array>
#include <numbers>

namespace tumen {

/// exp(r) = 1 + r + r^2 tail(r) for |r| <= log(2)/2. log_2_high has enough trailing zeros for its
/// product with any exponent to be exact. exp is between 2^-1021.5 (float 2^-125.5) at `lowest` and
/// the largest finite number at `highest`.
template <class T>
struct ExpTable;

template <>
struct ExpTable<double> {
  static constexpr double log2_e = std::numbers::log2e;
  static constexpr double log_2_high = 0x1.62e42feep-1;  // NOLINT: not all of log 2
  static constexpr double log_2_low = 0x1.a39ef35793c76p-33;
  static constexpr double lowest = -708.0;
  static constexpr double highest = 0x1.62e42fefa39efp+9;
  // Fit error 3.7e-18.
  static constexpr std::array<double, 10> tail = {0.5000000000000011,     0.1666666666666641,
                                                  0.04166666666652894,    0.008333333333495929,
                                                  0.0013888888943997476,  0.00019841269504281074,
                                                  2.4801492676862552e-05, 2.7557587609637976e-06,
                                                  2.7630411894219404e-07, 2.4999934121523424e-08};
};

template <>
struct ExpTable<float> {
  static constexpr float log2_e = std::numbers::log2e_v<float>;
  static constexpr float log_2_high = 0x1.62e4p-1F;  // NOLINT: not all of log 2
  static constexpr float log_2_low = 0x1.7f7d1cp-20F;
  static constexpr float lowest = -86.9F;
  static constexpr float highest = 0x1.62e42ep+6F;
  // Fit error 3.1e-9.
  static constexpr std::array<float, 5> tail = {0.49999994F, 0.166665196F, 0.0416683964F,
                                                0.00836879667F, 0.00138144486F};
};

/// log((1 + s) / (1 - s)) = 2 s + s z tail(z), z = s^2, for |s| <= 3 - 2 sqrt(2).
template <class T>
struct LogTable;

template <>
struct LogTable<double> {
  // Fit error 1.2e-18.
  static constexpr std::array<double, 7> tail = {
      0.6666666666666735,  0.39999999999411917, 0.2857142874306208, 0.22222198498236734,
      0.18183568501562644, 0.15313936917696355, 0.14797151782872076};
};

template <>
struct LogTable<float> {
  // Fit error 8.1e-10.
  static constexpr std::array<float, 3> tail = {0.666667759F, 0.399775058F, 0.298727691F};
};

/// Mills ratio (1 - cdf(x)) / pdf(x) of the standard normal for x in [0, farthest].
template <class T>
struct MillsTable;

template <>
struct MillsTable<double> {
  static constexpr double farthest = 38.5;
  // Fit error 2.7e-15.
  static constexpr std::array<double, 9> numerator = {
      1.2533141373155037,  1.8021675495554799,     1.2781520860722173,
      0.5694354036350158,  0.17255202778362633,    0.03630773234067458,
      0.00519250697373576, 0.00046512569577318645, 2.0325144136116677e-05};
  static constexpr std::array<double, 10> denominator = {1.0,
                                                         2.235806224573573,
                                                         2.303733083356844,
                                                         1.4405151844670172,
                                                         0.6048133043049568,
                                                         0.17770386609092173,
                                                         0.03677285861205276,
                                                         0.005212832105822129,
                                                         0.0004651256959227322,
                                                         2.032514413529185e-05};
};

template <>
struct MillsTable<float> {
  static constexpr float farthest = 13.25F;
  // Fit error 5.0e-9.
  static constexpr std::array<float, 5> numerator = {1.25331414F, 1.09209025F, 0.454458058F,
                                                     0.100221694F, 0.010076507F};
  static constexpr std::array<float, 6> denominator = {1.0F,         1.66924679F, 1.19446719F,
                                                       0.464369088F, 0.10022907F, 0.0100763636F};
};

/// Wichura's AS 241: q P(.180625 - q^2) in the centre, P(r - 1.6) and P(r - 5) in the tails.
template <class T>
struct NormalQuantileTable;

template <>
struct NormalQuantileTable<double> {
  static constexpr std::array<double, 8> center_numerator = {
      3.3871328727963666080e0,  1.3314166789178437745e+2, 1.9715909503065514427e+3,
      1.3731693765509461125e+4, 4.5921953931549871457e+4, 6.7265770927008700853e+4,
      3.3430575583588128105e+4, 2.5090809287301226727e+3};
  static constexpr std::array<double, 8> center_denominator = {1.0,
                                                               4.2313330701600911252e+1,
                                                               6.8718700749205790830e+2,
                                                               5.3941960214247511077e+3,
                                                               2.1213794301586595867e+4,
                                                               3.9307895800092710610e+4,
                                                               2.8729085735721942674e+4,
                                                               5.2264952788528545610e+3};
  static constexpr std::array<double, 8> middle_numerator = {
      1.42343711074968357734e0,  4.63033784615654529590e0, 5.76949722146069140550e0,
      3.64784832476320460504e0,  1.27045825245236838258e0, 2.41780725177450611770e-1,
      2.27238449892691845833e-2, 7.74545014278341407640e-4};
  static constexpr std::array<double, 8> middle_denominator = {1.0,
                                                               2.05319162663775882187e0,
                                                               1.67638483018380384940e0,
                                                               6.89767334985100004550e-1,
                                                               1.48103976427480074590e-1,
                                                               1.51986665636164571966e-2,
                                                               5.47593808499534494600e-4,
                                                               1.05075007164441684324e-9};
  static constexpr std::array<double, 8> far_numerator = {
      6.65790464350110377720e0,  5.46378491116411436990e0,  1.78482653991729133580e0,
      2.96560571828504891230e-1, 2.65321895265761230930e-2, 1.24266094738807843860e-3,
      2.71155556874348757815e-5, 2.01033439929228813265e-7};
  static constexpr std::array<double, 8> far_denominator = {1.0,
                                                            5.99832206555887937690e-1,
                                                            1.36929880922735805310e-1,
                                                            1.48753612908506148525e-2,
                                                            7.86869131145613259100e-4,
                                                            1.84631831751005468180e-5,
                                                            1.42151175831644588870e-7,
                                                            2.04426310338993978564e-15};
};

template <>
struct NormalQuantileTable<float> {
  static constexpr std::array<float, 4> center_numerator = {3.3871327179F, 5.0434271938e+1F,
                                                            1.5929113202e+2F, 5.9109374720e+1F};
  static constexpr std::array<float, 4> center_denominator = {1.0F, 1.7895169469e+1F,
                                                              7.8757757664e+1F, 6.7187563600e+1F};
  static constexpr std::array<float, 4> middle_numerator = {1.4234372777F, 2.7568153900F,
                                                            1.3067284816F, 1.7023821103e-1F};
  static constexpr std::array<float, 3> middle_denominator = {1.0F, 7.3700164250e-1F,
                                                              1.2021132975e-1F};
  static constexpr std::array<float, 4> far_numerator = {6.6579051150F, 3.0812263860F,
                                                         4.2868294337e-1F, 1.7337203997e-2F};
  static constexpr std::array<float, 3> far_denominator = {1.0F, 2.4197894225e-1F,
                                                           1.2258202635e-2F};
};

/// t = z P(z^2) / Q(z^2) for p in [lowest, 1 - lowest], the range of Random's uniform numbers.
template <class T>
struct StudentT5Table;

template <>
struct StudentT5Table<double> {
  static constexpr double lowest = 0x1p-33;
  // Fit error 1.4e-9.
  static constexpr std::array<double, 7> numerator = {
      1.0509358545774756,    0.0387474859445822,     0.0019134601763976685, 4.426464093105418e-05,
      8.542531792146559e-07, 1.0173218317302211e-08, 1.5413583098386587e-10};
  static constexpr std::array<double, 6> denominator = {1.0,
                                                        -0.01735704911959241,
                                                        0.00037965814627077436,
                                                        -1.0155973288449976e-05,
                                                        1.222395022029556e-07,
                                                        -5.22112015043156e-10};
};

template <>
struct StudentT5Table<float> {
  static constexpr float lowest = 0x1p-24F;
  // Fit error 9.1e-8.
  static constexpr std::array<float, 5> numerator = {1.05093575F, 0.0188502893F, 0.00085574761F,
                                                     8.94456389e-06F, -1.37686641e-07F};
  static constexpr std::array<float, 5> denominator = {1.0F, -0.0362903848F, 0.000400336634F,
                                                       7.44601181e-08F, -1.96101126e-08F};
};

}  // namespace tumen
